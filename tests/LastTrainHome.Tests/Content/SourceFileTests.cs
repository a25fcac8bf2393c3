using System.Text;
using LastTrainHome.Content;
using Xunit;

namespace LastTrainHome.Tests.Content;

public sealed class SourceFileTests
{
    [Theory]
    [InlineData("{}", "sources.json(1,1): error SRC001: ")]
    [InlineData("""[{"type": "book", "title": "T"}]""", "sources.json(1,2): error SRC002: ")]
    [InlineData("""[{"id": "a", "type": "book", "title": "T"}, {"id": "a", "type": "book", "title": "U"}]""", "sources.json(1,51): error SRC003: ")]
    [InlineData("""[{"id": "a", "type": "book"}]""", "sources.json(1,2): error SRC004: ")]
    [InlineData("""[{"id": "a", "title": "T"}]""", "sources.json(1,2): error SRC005: ")]
    [InlineData("""[{"id": "a", "type": "book", "title": "T", "volume": [1]}]""", "sources.json(1,54): error SRC006: ")]
    [InlineData("""[{"id": "a", "type": "book", "title": "T", "URL": "x"}]""", "sources.json(1,51): error SRC007: ")]
    [InlineData("""[{"id": "a b", "type": "book", "title": "T"}]""", "sources.json(1,9): error SRC008: ")]
    public void An_error_in_the_list_is_a_problem_with_a_code(string json, string start) =>
        Assert.StartsWith(start, Assert.Single(Read(json).Problems).ToString(), StringComparison.Ordinal);

    [Fact]
    public void For_a_misspelt_type_the_nearest_is_suggested() => Assert.EndsWith(
        "'article-newspapr'; did you mean 'article-newspaper'?",
        Assert.Single(Read("""[{"id": "a", "type": "article-newspapr", "title": "T"}]""").Problems).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_source_is_a_page_with_its_words_counted()
    {
        var source = Assert.Single(Read("""[{"id": "a", "type": "book", "title": "Changes on the rails"}]""").Sources);

        Assert.Equal(("sources/a", "a", "sources.json", 4), (source.Key, source.Slug, source.File, source.Words));
    }

    [Fact]
    public void A_file_that_is_not_text_is_not_readable()
    {
        var file = SourceFile.Read(ContentFolder.Of("sources.json", [(byte)'[', 0xFF, (byte)']']), "en");

        Assert.False(file.IsReadable);
        Assert.Equal("ENC001", Assert.Single(file.Problems).Code);
    }

    private static SourceFile Read(string json) => SourceFile.Read(ContentFolder.Of("sources.json", Encoding.UTF8.GetBytes(json)), "en");
}
