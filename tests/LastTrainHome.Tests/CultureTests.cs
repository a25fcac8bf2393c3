using System.Net;
using System.Text.RegularExpressions;
using LastTrainHome.Store;
using LastTrainHome.Tests.Pages.Account;
using Xunit;

namespace LastTrainHome.Tests;

/// <summary>The machine's language changes nothing that is written; the study's does.</summary>
public sealed partial class CultureTests : IDisposable
{
    private static readonly string Fixtures = Repository.Path("tests", "LastTrainHome.Tests", "Fixtures");

    private readonly string root = Directory.CreateTempSubdirectory("culture-").FullName;

    [Theory]
    [InlineData("de_DE.UTF-8")]
    [InlineData("th_TH.UTF-8")]
    public async Task A_verb_answers_alike_on_every_machine(string language)
    {
        Assert.Equal(await CheckAsync("C"), await CheckAsync(language));
    }

    [Fact]
    public async Task A_page_is_the_same_on_every_machine()
    {
        using var server = Running.StartIn("de_DE.UTF-8", root, Running.Program, "--urls=http://127.0.0.1:0",
            $"--Content:Folder={Path.Combine(Fixtures, "second-film")}", "--Content:Watch=false", $"--Data:Folder={Path.Combine(root, "data")}");
        using var reader = new HttpClient { BaseAddress = await server.ListensAsync() };

        Assert.Contains("31 December 2013", await reader.GetStringAsync("/statistics/ice", Cancel), StringComparison.Ordinal);
        var form = await reader.GetStringAsync("/report", Cancel);
        using var refused = await reader.PostAsync("/report", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Text"] = new('x', Report.MaxText + 1),
            ["__RequestVerificationToken"] = Token().Match(form).Groups[1].Value,
        }), Cancel);
        var sentence = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Cancel));
        Assert.Contains(FormattableString.Invariant($"it has {Report.MaxText + 1:N0} characters, and {Report.MaxText:N0} is the most"), sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_study_in_German_writes_numbers_and_dates_as_German_does()
    {
        Write("documentary.md", "---\ntitle: Salz\nlanguage: ru\nwritten_in: de\ndirector: A\nyear: 2014\nrights: none\n---\n\nEin Film.\n");
        Write("sources.json", """[{"id":"rat-2014","type":"report","title":"Eis","issued":{"date-parts":[[2014]]}}]""");
        Write("themes/01-salz.md", "---\ntitle: Salz\nquestion: Wem?\nsummary: Salz.\n---\n\nSalz.\n");
        Write("events/eis.md", "---\ndate: 2014-03-02\ntitle: Das Eis\nkind: film\n---\n\nEs kommt.\n");
        Write("statistics/eis.md", """
            ---
            title: Eis
            shape: figures
            unit: km
            columns:
              value: { label: Wert, counts: eis, definition: "Eis" }
            territory: Insel
            producer: Rat
            sources: [rat-2014]
            ---

            | name   | label | value  | date       |
            | ------ | ----- | -----: | ---------- |
            | length | Weg   | 1234.5 | 2013-12-31 |

            """);
        var site = new StudySite($"--Content:Folder={root}");
        await using (site)
        {
            await site.InitializeAsync();
            var visitor = site.Visitor();

            Assert.Contains("2. März 2014", WebUtility.HtmlDecode(await visitor.ReadAsync("/timeline")), StringComparison.Ordinal);
            var statistic = WebUtility.HtmlDecode(await visitor.ReadAsync("/statistics/eis"));
            Assert.Contains("31. Dezember 2013", statistic, StringComparison.Ordinal);
            Assert.Contains("<b>1.234,5</b>", statistic, StringComparison.Ordinal);

            // What programs read is in no language.
            Assert.Contains("1234.5", await visitor.ReadAsync("/statistics/eis.csv"), StringComparison.Ordinal);
        }
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task<string> CheckAsync(string language)
    {
        using var check = Running.StartIn(language, Fixtures, Running.Program, "check", "broken", "--counts");
        Assert.Equal(1, await check.EndsAsync());
        using var publish = Running.StartIn(language, root, Running.Program, "publish", Path.Combine(Fixtures, "second-film"), "--dry-run", "--json");
        Assert.Equal(0, await publish.EndsAsync());
        return check.Answer + publish.Answer;
    }

    private void Write(string path, string text)
    {
        var file = Path.Combine(root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
