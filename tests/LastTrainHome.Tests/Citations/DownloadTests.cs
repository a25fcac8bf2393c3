using System.Text;
using LastTrainHome.Citations;
using LastTrainHome.Content.Sources;
using LastTrainHome.Library;
using Xunit;

namespace LastTrainHome.Tests.Citations;

public sealed class DownloadTests
{
    private const string Article = """
        {"id": "chan-1999", "type": "article-journal", "title": "50% & {more}", "author": [{"family": "Chan", "given": "Kam Wing"}, {"literal": "Bureau of Roads and Rails"}],
         "container-title": "The China Quarterly", "volume": 160, "issue": "2", "page": "818-855", "issued": {"date-parts": [[1999, 12, 3]]}, "DOI": "https://doi.org/10.1/a_b", "language": "en"}
        """;

    private const string Film = """
        {"id": "film", "type": "motion_picture", "title": "Floating", "original-title": "飘", "director": [{"family": "Huang", "given": "Weikai"}],
         "issued": {"date-parts": [[2005]], "circa": true}, "publisher": "Own", "publisher-place": "Montréal", "URL": "https://example.org/{a}"}
        """;

    [Fact]
    public void An_article_becomes_BibTeX() => Assert.Equal("""
        @article{chan-1999,
          author = {Chan, Kam Wing and {Bureau of Roads and Rails}},
          title = {50\% \& \textbraceleft{}more\textbraceright{}},
          journal = {The China Quarterly},
          volume = {160},
          number = {2},
          pages = {818--855},
          year = {1999},
          month = dec,
          day = {3},
          doi = {10.1/a\_b},
          language = {en}
        }

        """, BibTeXOf(One(Article)));

    [Fact]
    public void A_film_becomes_BibTeX() => Assert.Equal("""
        @misc{film,
          author = {Huang, Weikai},
          title = {Floating},
          publisher = {Own},
          address = {Montréal},
          year = {2005},
          url = {https://example.org/%7Ba%7D},
          note = {Original title: 飘; c. 2005}
        }

        """, BibTeXOf(One(Film)));

    [Theory]
    [InlineData("""{"family": "de la Cruz", "given": "Ana"}""", "{de la Cruz}, Ana")]
    [InlineData("""{"family": "Gogh", "given": "Vincent", "non-dropping-particle": "van"}""", "van Gogh, Vincent")]
    [InlineData("""{"family": "King", "given": "Martin", "suffix": "Jr."}""", "King, Jr., Martin")]
    [InlineData("""{"family": "都", "given": "阳"}""", "都, 阳")]
    [InlineData("""{"given": "Madonna"}""", "Madonna")]
    public void BibTeX_can_tell_the_parts_of_a_name(string name, string wanted) =>
        Assert.Contains($"author = {{{wanted}}}", BibTeXOf(One($$"""{"id": "a", "type": "book", "title": "T", "author": [{{name}}]}""")), StringComparison.Ordinal);

    [Fact]
    public void An_article_becomes_RIS() => Assert.Equal(
        [
            "TY  - JOUR", "ID  - chan-1999", "TI  - 50% & {more}", "AU  - Chan, Kam Wing", "AU  - Bureau of Roads and Rails", "T2  - The China Quarterly", "VL  - 160",
            "IS  - 2", "SP  - 818", "EP  - 855", "PY  - 1999", "DA  - 1999/12/03/", "DO  - 10.1/a_b", "UR  - https://doi.org/10.1/a_b", "LA  - en", "ER  - ", "",
        ],
        RisOf(One(Article)).Split("\r\n"));

    [Fact]
    public void A_film_becomes_RIS() => Assert.Equal(
        [
            "TY  - MPCT", "ID  - film", "TI  - Floating", "AU  - Huang, Weikai", "PB  - Own", "CY  - Montréal", "PY  - 2005", "UR  - https://example.org/%7Ba%7D",
            "N1  - Original title: 飘", "N1  - c. 2005", "ER  - ", "",
        ],
        RisOf(One(Film)).Split("\r\n"));

    [Fact]
    public void A_line_break_in_a_title_does_not_begin_a_field() =>
        Assert.Contains("TI  - A ER - B\r\n", RisOf(One("""{"id": "a", "type": "book", "title": "A\r\nER  - B"}""")), StringComparison.Ordinal);

    private static string BibTeXOf(Source source) => BibTeX.Of(source.Slug, source.Csl);

    private static string RisOf(Source source) => Ris.Of(source.Slug, source.Csl);

    private static Source One(string entry) => Assert.Single(SourceList.Read(Encoding.UTF8.GetBytes($"[{entry}]"), "en").Sources);
}
