using System.Text.Json;
using System.Text.RegularExpressions;
using LastTrainHome.Content.FrontMatter;
using LastTrainHome.Library;
using Xunit;

namespace LastTrainHome.Tests.Content;

/// <summary>docs/writing.md tells editors what the program does.</summary>
public sealed partial class WritingDocsTests
{
    private static readonly string Docs = File.ReadAllText(Repository.Path("docs", "writing.md"));

    public static TheoryData<string, string, string> Examples =>
        [.. Example().Matches(Docs).Select(match => (match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value))];

    public static TheoryData<string, string> RightExamples =>
        [.. Right().Matches(Docs).Select(match => (match.Groups[1].Value, match.Groups[2].Value))];

    /// <summary>What stands before each table of keys, and its keys, with "yes" behind those that are required.</summary>
    public static TheoryData<string, string[]> KeyTables =>
        [
            .. Enum.GetValues<PageKind>().Where(kind => kind != PageKind.Source)
                .Select(kind => (kind == PageKind.Documentary ? "### Keys of `documentary.md`" : $"### Keys of `{kind.Folder()}/", Written(Keys.Of(kind).Except(Keys.Common)))),
            ("### Keys every kind may have", Written(Keys.Common)),
            ("Inside `review`", Written(Keys.Review)),
            ("Inside each item of `watch`", Written(Keys.Watch)),
            ("Inside each column of `columns`", Written(Keys.Column)),
            ("Inside each item of `breaks`", Written(Keys.Break)),
        ];

    [Theory, MemberData(nameof(Examples))]
    public void A_wrong_example_is_told_by_its_code(string code, string path, string text) =>
        Assert.Contains(Laid(path, text).Read().Problems, problem => problem.Code == code && problem.Path == path);

    [Fact]
    public void The_codes_explained_are_the_codes_there_are()
    {
        var explained = Explained().Matches(Docs).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal);
        var used = Directory.EnumerateFiles(Repository.Path("src", "LastTrainHome"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(file => Code().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(used, explained);
    }

    [Fact]
    public void Every_code_has_an_example_but_those_that_one_text_cannot_show()
    {
        var shown = Examples.Select(example => example.Data.Item1).ToHashSet();
        var bare = Explained().Matches(Docs).Select(match => match.Groups[1].Value).Where(code => !shown.Contains(code)).Order(StringComparer.Ordinal);

        Assert.Equal(["ENC001", "ENC002", "ENC003", "FILE001", "FILE004", "LINK005", "NEST001", "PARA001"], bare);
    }

    [Theory, MemberData(nameof(RightExamples))]
    public void A_right_example_has_no_problem(string path, string text) =>
        Assert.Empty(Laid(path, text).Mistakes());

    [Fact]
    public void Every_key_is_shown_in_a_right_example()
    {
        var inner = new Dictionary<string, IReadOnlyList<Key>> { ["review"] = Keys.Review, ["watch"] = Keys.Watch, ["columns"] = Keys.Column, ["breaks"] = Keys.Break };
        var known = Enum.GetValues<PageKind>().Where(kind => kind != PageKind.Source)
            .SelectMany(kind => Keys.Of(kind).Except(Keys.Common).Select(key => $"{kind.Folder()}: {key.Name}"))
            .Concat(Keys.Common.Select(key => key.Name))
            .Concat(inner.SelectMany(set => set.Value.Select(key => $"{set.Key}: {key.Name}")));
        var shown = RightExamples.Where(example => example.Data.Item2.StartsWith("---", StringComparison.Ordinal)).SelectMany(example =>
        {
            var front = YamlTree.Read(example.Data.Item2.Split("---\n")[1], 1, (_, _, _, what) => Assert.Fail(what))!;
            var folder = example.Data.Item1.Split('/', '.')[0];
            return front.Items.SelectMany(item => Inside(item.Value).Select(key => $"{item.Key.Text}: {key}")
                .Append(Keys.Common.Any(key => key.Name == item.Key.Text) ? item.Key.Text : $"{folder}: {item.Key.Text}"));

            // The columns of a statistic have names of their own between.
            IEnumerable<string> Inside(Node node) => node switch
            {
                Many many => many.Items.SelectMany(Inside),
                Pairs pairs when pairs.Items.All(item => item.Value is Pairs) => pairs.Items.SelectMany(item => Inside(item.Value)),
                Pairs pairs => pairs.Items.Select(item => item.Key.Text),
                _ => [],
            };
        });

        Assert.Equal(known.Order(StringComparer.Ordinal), shown.Distinct().Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(KeyTables))]
    public void The_keys_in_a_table_are_the_keys_there_are(string before, string[] keys)
    {
        var start = Docs.IndexOf($"\n{before}", StringComparison.Ordinal);
        Assert.True(start >= 0, $"Nothing begins with '{before}'.");
        var table = Docs[Docs.IndexOf("\n| key |", start, StringComparison.Ordinal)..];

        Assert.Equal(keys, KeyRow().Matches(table[..table.IndexOf("\n\n", StringComparison.Ordinal)]).Select(match => match.Groups[1].Value + match.Groups[2].Value));
    }

    [Fact]
    public void No_key_is_explained_outside_the_tables() =>
        Assert.Equal(KeyTables.Sum(table => table.Data.Item2.Length), KeyRow().Count(Docs));

    [Fact]
    public void The_editors_task_understands_a_problem()
    {
        using var tasks = JsonDocument.Parse(File.ReadAllText(Repository.Path(".vscode", "tasks.json")));
        var pattern = tasks.RootElement.GetProperty("tasks")[0].GetProperty("problemMatcher").GetProperty("pattern");
        var line = new Problem("content/sections/03-no-seats.md", 14, 8, "LINK001", "'x.md' leads nowhere.").ToString();
        var match = Regex.Match(line, pattern.GetProperty("regexp").GetString()!, RegexOptions.None, TimeSpan.FromSeconds(1));

        Assert.Equal(
            ["content/sections/03-no-seats.md", "14", "8", "error", "LINK001", "'x.md' leads nowhere."],
            new[] { "file", "line", "column", "severity", "code", "message" }.Select(name => match.Groups[pattern.GetProperty(name).GetInt32()].Value));
    }

    [Fact]
    public void A_sound_folder_has_no_problem() => Assert.Empty(Folder.Sound.Read().Problems);

    // Of a chapter some examples are only the body.
    private static Folder Laid(string path, string text) => path.StartsWith("sections/", StringComparison.Ordinal) && !text.StartsWith("---", StringComparison.Ordinal)
        ? Folder.Sound.Chapter(text, path)
        : Folder.Sound.With(path, text);

    private static string[] Written(IEnumerable<Key> keys) => [.. keys.Select(key => key.Name + (key.Required ? "yes" : ""))];

    [GeneratedRegex("````right (\\S+)\n(.*?)````", RegexOptions.Singleline)]
    private static partial Regex Right();

    [GeneratedRegex("````wrong ([A-Z]+[0-9]{3}) (\\S+)\n(.*?)````", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex("(?m)^### ([A-Z]+[0-9]{3})$")]
    private static partial Regex Explained();

    [GeneratedRegex("\"([A-Z]+[0-9]{3})\"")]
    private static partial Regex Code();

    [GeneratedRegex(@"(?m)^\| `([a-z_]+)` \| (yes|) \|")]
    private static partial Regex KeyRow();
}
