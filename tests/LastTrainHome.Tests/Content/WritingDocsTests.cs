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

    [Theory, MemberData(nameof(Examples))]
    public void A_wrong_example_is_told_by_its_code(string code, string path, string text)
    {
        var folder = path.StartsWith("sections/", StringComparison.Ordinal) && !text.StartsWith("---", StringComparison.Ordinal)
            ? Folder.Sound.Chapter(text, path)
            : Folder.Sound.With(path, text);

        Assert.Contains(folder.Read().Problems, problem => problem.Code == code && problem.Path == path);
    }

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
    public void The_keys_explained_are_the_keys_there_are()
    {
        var explained = KeyRow().Matches(Docs).Select(match => match.Groups[1].Value).ToHashSet();
        var kinds = Enum.GetValues<PageKind>().Where(kind => kind != PageKind.Source);
        var known = kinds.SelectMany(Keys.Of).Concat(Keys.Review).Concat(Keys.Watch).Concat(Keys.Column).Concat(Keys.Break).Select(key => key.Name).ToHashSet();

        Assert.Equal(known.Order(StringComparer.Ordinal), explained.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_sound_folder_has_no_problem() => Assert.Empty(Folder.Sound.Read().Problems);

    [GeneratedRegex("````wrong ([A-Z]+[0-9]{3}) (\\S+)\n(.*?)````", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex("(?m)^### ([A-Z]+[0-9]{3})$")]
    private static partial Regex Explained();

    [GeneratedRegex("\"([A-Z]+[0-9]{3})\"")]
    private static partial Regex Code();

    [GeneratedRegex(@"(?m)^\| `([a-z_]+)` \| (?:yes)? \|")]
    private static partial Regex KeyRow();
}
