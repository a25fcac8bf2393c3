using System.Text;
using System.Text.Json;
using CsCheck;
using LastTrainHome.Content;
using LastTrainHome.Content.Markdown;
using Markdig;
using Xunit;

namespace LastTrainHome.Tests.Content;

/// <summary>Whatever stands in a file, it becomes an edition or problems; it never throws.</summary>
public sealed class AnyInputTests
{
    private static readonly string BadInput = Repository.Path("tests", "LastTrainHome.Tests", "Fixtures", "badinput");

    private static readonly string[] Naughty = JsonSerializer.Deserialize<string[]>(File.ReadAllText(Path.Combine(BadInput, "blns.json")))!;

    [Theory]
    [InlineData("sections/02-example.md")]
    [InlineData("statistics/example.md")]
    [InlineData("documentary.md")]
    [InlineData("sources.json")]
    public void Any_bytes_can_be_a_file(string path) =>
        Gen.Byte.Array[0, 300].Sample(bytes => Folder.Sound.With(path, bytes).Read().Problems.Count >= 0, iter: 200);

    [Fact]
    public void Any_YAML_can_be_front_matter()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(BadInput, "yaml"), "*.yaml"))
        {
            var yaml = File.ReadAllText(file);
            Folder.Sound.With("terms/example.md", Encoding.UTF8.GetBytes($"---\n{yaml}\n---\n\nA word.\n")).Read();
            Folder.Sound.With("statistics/example.md", Encoding.UTF8.GetBytes($"---\n{yaml}\n---\n\n| period | total |\n| --- | --- |\n| 2008 | 7 |\n")).Read();
        }
    }

    [Fact]
    public void Any_text_can_be_a_body_a_title_or_a_cell()
    {
        foreach (var text in Naughty)
        {
            Folder.Sound.Chapter(text).Read();
            Folder.Sound.With("terms/example.md", $"---\ntitle: {text}\ngloss: {text}\n---\n\n[{text}](zimnik.md) [@{text}] ## {text} {{themes={text}}}\n").Read();
            Folder.Sound.Changed("statistics/passengers.md", "36.2", text).Read();
        }
    }

    [Fact]
    public void A_bomb_of_aliases_has_nothing_to_multiply()
    {
        var bomb = new StringBuilder("---\na: &a [x, x, x, x, x, x, x, x, x]\n");
        for (var letter = 'b'; letter <= 'i'; letter++)
            bomb.Append($"{letter}: &{letter} [{string.Join(", ", Enumerable.Repeat($"*{(char)(letter - 1)}", 9))}]\n");

        Assert.Contains(Folder.Sound.With("terms/bomb.md", Encoding.UTF8.GetBytes(bomb.Append("---\n").ToString())).Read().Problems, problem => problem.Code == "YAML003");
    }

    [Theory]
    [InlineData("[a](")]
    [InlineData("![a](")]
    [InlineData("a|[b](")]
    [InlineData("*a _b ")]
    [InlineData("[@")]
    [InlineData("> ")]
    [InlineData("::: care\n")]
    [InlineData("1,234,")]
    public void A_megabyte_of_the_same_does_not_hang(string piece)
    {
        var body = string.Concat(Enumerable.Repeat(piece, 900_000 / piece.Length));

        Assert.NotEmpty(Folder.Sound.Chapter(body).Read().Problems);
    }

    [Theory]
    [InlineData(new byte[] { 0x41, 0xFF, 0x42 }, "ENC001")]
    [InlineData(new byte[] { 0x41, 0x00, 0x42 }, "ENC002")]
    [InlineData(new byte[] { 0x41, 0x07, 0x42 }, "ENC003")]
    public void A_byte_that_is_no_text_is_told_where_it_stands(byte[] bytes, string code)
    {
        byte[] file = [.. "---\ntitle: x\ngloss: y\n---\n\n"u8, .. bytes];

        Assert.Contains($"terms/x.md(6,2) {code}", Folder.Sound.With("terms/x.md", file).Mistakes());
    }

    [Fact]
    public void A_file_over_the_limit_is_told() =>
        Assert.Contains("terms/x.md(1,1) FILE001", Folder.Sound.With("terms/x.md", new byte[ContentFolder.MostBytes + 1]).Mistakes());

    [Fact]
    public void CommonMark_is_rendered_as_Markdig_alone_renders_it()
    {
        var bare = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseTaskLists().Build();
        var examples = JsonSerializer.Deserialize<JsonElement[]>(File.ReadAllText(Path.Combine(BadInput, "commonmark-0.31.2.json")))!;
        foreach (var example in examples.Select(example => example.GetProperty("markdown").GetString()!))
            Assert.Equal(Markdown.ToHtml(example, bare), StudyRenderer.Write(StudyMarkdown.Parse(example)).Replace(" rel=\"external\"", "", StringComparison.Ordinal));
    }
}
