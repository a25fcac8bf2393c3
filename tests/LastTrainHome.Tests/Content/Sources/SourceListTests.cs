using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;
using LastTrainHome.Citations;
using LastTrainHome.Content.Sources;
using Xunit;

namespace LastTrainHome.Tests.Content.Sources;

public sealed partial class SourceListTests
{
    [Theory]
    // Not JSON, or no list of entries.
    [InlineData("", "1,1 SRC001")]
    [InlineData("\0", "1,1 SRC001")]
    [InlineData("[\n  {\n    \"id\": \"a\"\n    \"title\": \"T\"\n  }\n]", "4,5 SRC001")]
    [InlineData("[\n  1,\n]", "3,1 SRC001")]
    [InlineData("[{\"id\": \"a\"}", "1,13 SRC001")]
    [InlineData("[] x", "1,4 SRC001")]
    [InlineData("{ \"items\": [] }", "1,1 SRC001")]
    [InlineData("[\n  \"chan-2009\"\n]", "2,3 SRC001")]
    [InlineData("[{\"title\": \"\\uD83D\"}]", "1,12 SRC001")]
    // An entry's own.
    [InlineData("[\n  {\"type\": \"book\", \"title\": \"T\"}]", "2,3 SRC002")]
    [InlineData("[{\"id\": \" \", \"type\": \"book\", \"title\": \"T\"}]", "1,9 SRC002")]
    [InlineData("[{\"id\": \"a\", \"type\": \"book\", \"title\": \"T\"},\n {\"id\": \"a\", \"type\": \"book\", \"title\": \"U\"}]", "2,9 SRC003")]
    [InlineData("[{\"id\": \"a\", \"type\": \"book\"}]", "1,2 SRC004")]
    [InlineData("[{\"id\": \"a\", \"type\": \"book\", \"title\": \"<i> </i>\"}]", "1,39 SRC004")]
    [InlineData("[{\"id\": \"a\", \"title\": \"T\"}]", "1,2 SRC005")]
    [InlineData("[{\"id\": \"a\", \"type\": \"boook\", \"title\": \"T\"}]", "1,22 SRC005")]
    [InlineData("[{\"id\": \"a b\", \"type\": \"book\", \"title\": \"T\"}]", "1,9 SRC008")]
    [InlineData("[{\"id\": \"http://zotero.org/users/1/items/A\", \"type\": \"book\", \"title\": \"T\"}]", "1,9 SRC008")]
    // Before the wrong value stand two characters that are three units of UTF-16 and seven bytes.
    [InlineData("[{\"id\": \"a\", \"type\": \"book\", \"title\": \"户🚆\", \"id\": \"b\"}]", "1,46 SRC006")]
    public void A_mistake_is_shown_where_it_was_made(string json, string place) => Assert.Equal([place], Places(json));

    [Theory]
    [InlineData("\"title\": 5", "10")]
    [InlineData("\"volume\": [1]", "11")]
    [InlineData("\"author\": \"Chan\"", "11")]
    [InlineData("\"author\": [{\"name\": \"Chan\"}]", "12")]
    [InlineData("\"author\": [{\"family\": 1}]", "12")]
    [InlineData("\"issued\": \"2009\"", "11")]
    [InlineData("\"issued\": {}", "11")]
    [InlineData("\"issued\": {\"date-parts\": [2009]}", "27")]
    [InlineData("\"issued\": {\"date-parts\": []}", "26")]
    [InlineData("\"issued\": {\"date-parts\": [[\"x\"]]}", "28")]
    [InlineData("\"issued\": {\"date-parts\": [[0]]}", "28")]
    [InlineData("\"issued\": {\"date-parts\": [[2009, 13]]}", "34")]
    [InlineData("\"issued\": {\"date-parts\": [[2009, 2, 29]]}", "37")]
    [InlineData("\"issued\": {\"date-parts\": [[99999999999]]}", "28")]
    public void A_field_that_cannot_be_so_is_shown(string field, string column)
    {
        var title = field.StartsWith("\"title\"", StringComparison.Ordinal) ? "" : ",\n\"title\": \"T\"";

        Assert.Equal([$"2,{column} SRC006"], Places($"[{{\"id\": \"a\", \"type\": \"book\",\n{field}{title}}}]"));
    }

    [Theory]
    [InlineData("ftp://example.org/a")]
    [InlineData("javascript:alert(1)")]
    [InlineData("www.example.org")]
    [InlineData("")]
    public void An_address_off_the_web_is_refused_and_never_linked(string url)
    {
        var list = Read($$"""[{"id": "a", "type": "webpage", "title": "T", "URL": "{{url}}"}]""");

        Assert.Equal("SRC007", Assert.Single(list.Problems).Code);
        Assert.DoesNotContain("href", Assert.Single(list.Sources).ReferenceHtml, StringComparison.Ordinal);
    }

    [Fact]
    public void The_nearest_type_is_named() =>
        Assert.Contains("did you mean 'article-newspaper'?", Read("""[{"id": "a", "type": "article-newspapr", "title": "T"}]""").Problems[0].Message, StringComparison.Ordinal);

    [Fact]
    public void What_a_reference_manager_adds_is_no_mistake()
    {
        var list = Read("""
            [{"id": "a", "type": "book", "title": "T", "custom": {"x": [null, 1e999]}, "citation-key": "a", "categories": [], "issued": {"date-parts": [["2009", 5]], "season": 2}}]
            """);

        Assert.Empty(list.Problems);
        Assert.Equal("T 2009", Assert.Single(list.Sources).Short);
        Assert.Contains("1e999", list.Sources[0].Csl, StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_is_handed_on_as_it_came_without_its_spaces()
    {
        var list = Read("\uFEFF[ { \"id\" : \"a\",\n \"type\": \"book\", \"title\": \"户 & \\u0041\" } ]");

        Assert.Equal("""{"id":"a","type":"book","title":"户 & A"}""", Assert.Single(list.Sources).Csl);
    }

    [Fact]
    public void An_entry_with_a_mistake_can_still_be_cited()
    {
        var list = Read("""[{"id": "a", "type": "book"}, {"id": "b", "type": "book", "title": "T", "issued": {"date-parts": [[2009, 44]]}}]""");

        Assert.Equal(["sources/a", "sources/b"], list.Sources.Select(source => source.Key).Order());
        Assert.Equal(2, list.Problems.Count);
        Assert.True(list.IsReadable);
    }

    [Fact]
    public void A_list_that_cannot_be_read_says_so() => Assert.False(Read("[{]").IsReadable);

    [Fact]
    public void Bytes_that_are_no_text_are_shown()
    {
        var list = SourceList.Read((byte[])[.. "[\n \""u8, 0xFF, .. "\"]"u8], "en");

        Assert.Equal("sources.json(2,3): error SRC001: This is not UTF-8. Save the file as UTF-8.", Assert.Single(list.Problems).ToString());
    }

    [Fact]
    public void Any_bytes_are_read_without_an_exception()
    {
        Gen.Byte.Array[0, 200].Sample(bytes => { SourceList.Read(bytes, "en"); });
        Gen.OneOf([.. "[]{}\":,\\u0d8e1 \n\"id\"author"]).Array[0, 60].Sample(pieces => { Read(string.Concat(pieces)); });
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    [InlineData("1,")]
    [InlineData("{},")]
    [InlineData("{\"id\":\"a\"},")]
    [InlineData("\\")]
    [InlineData("<i")]
    [InlineData("\n")]
    public void A_megabyte_of_anything_is_read_in_time(string piece)
    {
        var many = new StringBuilder().Insert(0, piece, 1_000_000 / piece.Length).ToString();
        var watch = Stopwatch.StartNew();

        Read($"[{many.TrimEnd(',')}]");
        Read($$"""[{"id": "a", "type": "book", "title": {{JsonSerializer.Serialize(many)}}}]""");

        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(1), $"{watch.Elapsed}");
    }

    [Fact]
    public void Whatever_the_fields_hold_comes_out_escaped()
    {
        string[] fields = ["title", "original-title", "container-title", "collection-title", "publisher", "publisher-place", "volume", "issue", "page", "number", "genre", "edition", "language", "DOI", "URL", "title-short"];
        var text = Gen.OneOf(Gen.String[0, 20], Gen.OneOf("<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onload='x", "&lt;b&gt;", "en\" onclick=\"x", "https://a.b/\"><script>", "10.1/\"><b>", "]]>", "<!--", "</cite><b>"));
        var entry = Gen.Select(Gen.OneOf<string>([.. SourceType.Names]), text.Array[fields.Length], text, text, (type, values, family, literal) =>
            new { type, values, family, literal });

        entry.Sample(made =>
        {
            var csl = new Dictionary<string, object>
            {
                ["id"] = "a",
                ["type"] = made.type,
                ["author"] = new object[] { new { made.family, given = made.literal }, new { made.literal } },
                ["editor"] = new object[] { new { made.literal } },
                ["issued"] = new { literal = made.literal },
            };
            foreach (var (name, value) in fields.Zip(made.values))
                csl[name] = value;

            var source = Assert.Single(SourceList.Read(JsonSerializer.SerializeToUtf8Bytes(new[] { csl }), "en").Sources);
            var bare = OwnMarkup().Replace(source.ReferenceHtml, "");
            Assert.DoesNotMatch("[<>\"]", bare);
            Assert.Equal(0, Depth(BibTeX.Of(source.Slug, source.Csl)));
            Assert.DoesNotContain(Ris.Of(source.Slug, source.Csl).Split("\r\n")[..^1], line => !line[2..].StartsWith("  - ", StringComparison.Ordinal));
        });
    }

    [Fact]
    public void Every_source_of_the_study_gets_its_reference()
    {
        var list = SourceList.Read(File.ReadAllBytes(Repository.Path("content", "sources.json")), "en");

        Assert.Empty(list.Problems);
        Assert.True(list.Sources.Count >= 200);
        Assert.Equal(list.Sources.Count, list.Sources.Select(source => source.Short).Distinct().Count());
        Assert.All(list.Sources, source =>
        {
            Assert.EndsWith(".", Regex.Replace(source.ReferenceHtml, "<[^>]+>|”", ""), StringComparison.Ordinal);
            Assert.DoesNotContain("..", source.ReferenceHtml, StringComparison.Ordinal);
            Assert.StartsWith("@", BibTeX.Of(source.Slug, source.Csl), StringComparison.Ordinal);
            Assert.EndsWith("ER  - \r\n", Ris.Of(source.Slug, source.Csl), StringComparison.Ordinal);
            Assert.True(source.Words > 0);
        });
    }

    private static SourceList Read(string json) => SourceList.Read(Encoding.UTF8.GetBytes(json), "en");

    private static List<string> Places(string json) => [.. Read(json).Problems.Select(problem => $"{problem.Line},{problem.Column} {problem.Code}")];

    private static int Depth(string bib) => bib.Count(character => character == '{') - bib.Count(character => character == '}');

    [GeneratedRegex("""</?cite>|</?span>|</a>|<(cite|span) lang="[A-Za-z0-9-]+" translate="no">|<a href="https?://[^"<>]*" rel="external">""")]
    private static partial Regex OwnMarkup();
}
