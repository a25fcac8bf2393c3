using LastTrainHome.Library;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LastTrainHome.Tests.Library;

public sealed class LibraryDbTests
{
    [Fact]
    public void What_is_written_is_read_back_by_kind_and_as_a_page()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.db");
        var options = new DbContextOptionsBuilder<LibraryDb>().UseSqlite($"Data Source={path};Pooling=False").Options;
        using (var db = new LibraryDb(options))
        {
            db.Database.EnsureCreated();
            db.Add(new Theme { Key = "themes/hukou", Slug = "hukou", Title = "Hukou", File = "themes/03-hukou.md", Question = "Who may live where they work?", Number = 1 });
            db.SaveChanges();
        }

        using (var db = new LibraryDb(options))
        {
            Assert.Equal("Who may live where they work?", db.Themes.Single().Question);
            Assert.Equal(("/themes/hukou", PageKind.Theme), (db.Pages.Single().Address, db.Pages.Single().Kind));
            Assert.Equal(1, db.Pages.Count(page => page.Kind == PageKind.Theme));
        }

        File.Delete(path);
    }
}
