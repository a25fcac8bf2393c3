using LastTrainHome.Editions;
using LastTrainHome.Library;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LastTrainHome.Tests.Editions;

public sealed class LibraryFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("library #1 100% ?").FullName;

    [Fact]
    public void What_is_written_is_what_EF_Core_reads()
    {
        LibraryFile.Write(Path("a.db"), Sample.Pages);

        var library = new OpenLibrary("a", Path("a.db"));
        using (var db = library.Open())
        {
            var statistic = db.Statistics.Include(row => row.Series).Include(row => row.Observations).Single();
            Assert.Equal(["sources/survey-2021"], statistic.Observations.Single(cell => cell.Row == "2021").SourceKeys);
            Assert.Equal(ObservationStatus.Forecast, statistic.Observations.Single(cell => cell.Row == "2022").Status);
            Assert.Equal("elsewhere", Assert.Single(db.Documentaries.Include(row => row.Watch).Single().Watch).Where);
            Assert.Equal([0, 12], db.Sections.Single(section => section.Slug == "one").SentenceStarts);
            Assert.Equal(Sample.Pages.Count, db.Pages.Count());
            Assert.True(db.Questions.Include(row => row.Choices).Single().Choices[1].IsRight);
        }
        var gone = "";
        library.Closed += closed => gone = closed.Path;
        library.Release();
        Assert.Equal(Path("a.db"), gone);
    }

    [Fact]
    public void Every_row_is_the_one_EF_Core_would_have_saved()
    {
        LibraryFile.Write(Path("fast.db"), Sample.Pages);
        using (var slow = new LibraryDb(new DbContextOptionsBuilder<LibraryDb>().UseSqlite($"Data Source={Path("slow.db")};Pooling=False").Options))
        {
            slow.Database.EnsureCreated();
            slow.AddRange(Sample.Pages);
            slow.SaveChanges();
        }

        Assert.Equal(Rows.Of(Path("slow.db")), Rows.Of(Path("fast.db")));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Path(string name) => System.IO.Path.Combine(folder, name);
}
