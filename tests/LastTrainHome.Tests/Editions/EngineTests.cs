using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LastTrainHome.Content;
using LastTrainHome.Editions;
using LastTrainHome.Library.Search;
using Xunit;

namespace LastTrainHome.Tests.Editions;

public sealed class EngineTests
{
    // Engine.Version, and what this version makes of the second film.
    private const string Recorded = "7 d6a7ed639171f02f";

    [Fact]
    public void What_is_made_of_the_same_files_changes_only_with_the_version()
    {
        var edition = EditionReader.ReadOnce(ContentFolder.Read(Repository.Path("tests", "LastTrainHome.Tests", "Fixtures", "second-film")));
        var made = string.Join('\n', edition.Pages.Select(page => $"{string.Join('\n', PageRows.Of(page).Select(Line))}\n{SearchIndex.Prepare(page)}"));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(made)))[..16];

        var (version, recorded) = (Recorded.Split(' ')[0], Recorded.Split(' ')[1]);
        var next = hash == recorded || $"{Engine.Version}" != version ? Engine.Version : Engine.Version + 1;
        Assert.True($"{Engine.Version} {hash}" == Recorded,
            $"What is made of the second film has changed, so library files in use must be made anew: set Engine.Version to {next} and record \"{next} {hash}\" in this test (if only the film's files have changed, record \"{Engine.Version} {hash}\").");
    }

    private static string Line(Row row) => $"{row.Table.Name}: {string.Join(" | ", row.Values.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)))}";
}
