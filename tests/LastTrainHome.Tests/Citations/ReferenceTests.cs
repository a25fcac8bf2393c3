using System.Text;
using LastTrainHome.Content.Sources;
using LastTrainHome.Library;
using Xunit;

namespace LastTrainHome.Tests.Citations;

public sealed class ReferenceTests
{
    private const string Chan = """{"family": "Chan", "given": "Kam Wing"}""";
    private const string Zhang = """{"family": "Zhang", "given": "Li"}""";
    private const string Qin = """{"family": "Qin", "given": "Min"}""";

    [Theory]
    [InlineData($"[{Chan}]", "[[2009]]", "Chan 2009")]
    [InlineData($"[{Chan}, {Zhang}]", "[[1999]]", "Chan and Zhang 1999")]
    [InlineData($"[{Qin}, {Zhang}, {Chan}]", "[[2015]]", "Qin et al. 2015")]
    [InlineData("""[{"literal": "National Bureau of Statistics"}]""", "[[2021, 4, 30]]", "National Bureau of Statistics 2021")]
    [InlineData("""[{"family": "都", "given": "阳"}, {"family": "屈", "given": "小博"}]""", "[[2007]]", "都阳 and 屈小博 2007")]
    [InlineData("""[{"family": "Gogh", "given": "V.", "non-dropping-particle": "van"}]""", "[[1888], [1890]]", "van Gogh 1888–1890")]
    [InlineData($"[{Chan}]", "[[-44]]", "Chan 44 BCE")]
    public void A_citation_says_author_and_date(string authors, string date, string wanted) =>
        Assert.Equal(wanted, One($$"""{"id": "a", "type": "book", "title": "T", "author": {{authors}}, "issued": {"date-parts": {{date}} } }""").Short);

    [Theory]
    [InlineData("", "Chan n.d.")]
    [InlineData(""", "issued": {"date-parts": [[2023]], "circa": true}""", "Chan c. 2023")]
    [InlineData(""", "issued": {"raw": "Spring 2011"}""", "Chan 2011")]
    [InlineData(""", "issued": {"literal": "forthcoming"}""", "Chan forthcoming")]
    public void A_date_may_be_vague(string issued, string wanted) =>
        Assert.Equal(wanted, One($$"""{"id": "a", "type": "book", "title": "T", "author": [{{Chan}}]{{issued}}}""").Short);

    [Theory]
    [InlineData("\"title\": \"Last days: a report\"", "Last days 2009")]
    [InlineData("\"title\": \"Last days: a report\", \"title-short\": \"Days\"", "Days 2009")]
    [InlineData("\"title\": \"[A leaflet given out on the square]\"", "A leaflet given out on the square 2009")]
    [InlineData("\"title\": \"A rather long title that goes on and on past its point\"", "A rather long title that goes on and on… 2009")]
    [InlineData("\"title\": \"The <i>Iron</i> Ministry\"", "The Iron Ministry 2009")]
    [InlineData("\"title\": \"T\", \"editor\": [{\"family\": \"Whyte\"}]", "Whyte 2009")]
    [InlineData("\"title\": \"T\", \"director\": [{\"family\": \"Ning\"}], \"editor\": [{\"family\": \"Whyte\"}]", "Ning 2009")]
    public void A_source_without_author_goes_by_director_editor_or_title(string fields, string wanted) =>
        Assert.Equal(wanted, One($$$"""{"id": "a", "type": "book", {{{fields}}}, "issued": {"date-parts": [[2009]]}}""").Short);

    [Fact]
    public void Two_of_one_author_and_year_get_letters_by_id()
    {
        var list = Read("""
            [{"id": "z", "type": "book", "title": "A", "author": [{"literal": "Xinhua"}], "issued": {"date-parts": [[2014]]}},
             {"id": "b", "type": "book", "title": "B", "author": [{"literal": "Xinhua"}], "issued": {"date-parts": [[2014, 2]]}},
             {"id": "c", "type": "book", "title": "C", "author": [{"literal": "Xinhua"}], "issued": {"date-parts": [[2015]]}},
             {"id": "d", "type": "book", "title": "D", "author": [{"literal": "Xinhua"}]},
             {"id": "e", "type": "book", "title": "E", "author": [{"literal": "Xinhua"}]}]
            """);

        Assert.Equal(
            ["b Xinhua 2014a", "c Xinhua 2015", "d Xinhua n.d.-a", "e Xinhua n.d.-b", "z Xinhua 2014b"],
            list.Sources.Select(source => $"{source.Slug} {source.Short}").Order(StringComparer.Ordinal));
        Assert.Contains("Xinhua. 2014b. <cite>A</cite>.", list.Sources.Single(source => source.Slug == "z").ReferenceHtml, StringComparison.Ordinal);
    }

    [Fact]
    public void The_twenty_seventh_gets_two_letters()
    {
        var list = Read($"[{string.Join(',', Enumerable.Range(0, 28).Select(number => $$"""{"id": "n{{number:00}}", "type": "book", "title": "T", "author": [{{Chan}}]}"""))}]");

        Assert.Equal(["Chan n.d.-z", "Chan n.d.-aa", "Chan n.d.-ab"], list.Sources.OrderBy(source => source.Slug, StringComparer.Ordinal).Skip(25).Select(source => source.Short));
    }

    [Fact]
    public void Sources_stand_in_the_order_of_a_bibliography()
    {
        var list = Read("""
            [{"id": "1", "type": "book", "title": "Zebra"}, {"id": "2", "type": "book", "title": "T", "author": [{"literal": "Émile"}]},
             {"id": "3", "type": "book", "title": "[apple]"}, {"id": "4", "type": "book", "title": "T", "author": [{"family": "Fan", "given": "B"}], "issued": {"date-parts": [[2010]]}},
             {"id": "5", "type": "book", "title": "T", "author": [{"family": "fan", "given": "B"}], "issued": {"date-parts": [[2009]]}}]
            """);

        Assert.Equal(["3", "2", "5", "4", "1"], list.Sources.OrderBy(source => source.Position).Select(source => source.Slug));
    }

    public static TheoryData<string, string> References => new()
    {
        {
            $$"""{"id": "a", "type": "article-journal", "title": "Changes", "author": [{{Chan}}, {{Zhang}}], "container-title": "The China Quarterly", "volume": "160", "issue": 2, "page": "818-855", "issued": {"date-parts": [[1999]]}, "DOI": "10.1/a?b", "URL": "https://example.org"}""",
            "Chan, Kam Wing, and Li Zhang. 1999. “Changes.” <cite>The China Quarterly</cite> 160 (2): 818–855. <a href=\"https://doi.org/10.1/a%3Fb\" rel=\"external\">https://doi.org/10.1/a?b</a>."
        },
        {
            """{"id": "a", "type": "book", "title": "One Country?", "editor": [{"family": "Whyte", "given": "M. K."}], "publisher": "Spiegel & Grau", "publisher-place": "New York", "edition": 2, "issued": {"date-parts": [[2010]]}}""",
            "Whyte, M. K., ed. 2010. <cite>One Country?</cite> Edition 2. New York: Spiegel &amp; Grau."
        },
        {
            """{"id": "a", "type": "motion_picture", "title": "Floating", "original-title": "飘", "language": "zh-Hans", "director": [{"family": "Huang", "given": "Weikai"}], "issued": {"date-parts": [[2005]]}}""",
            "Huang, Weikai, dir. 2005. <cite>Floating</cite> (<span lang=\"zh-Hans\" translate=\"no\">飘</span>)."
        },
        {
            """{"id": "a", "type": "article-newspaper", "title": "春运 [The season]", "author": [{"literal": "Xinhua"}], "container-title": "人民日报", "language": "zh-Hans", "issued": {"date-parts": [[2013, 5, 10]]}, "URL": "http://example.org/a b?c=\"d\"&e"}""",
            "Xinhua. 2013. “<span lang=\"zh-Hans\" translate=\"no\">春运</span> [The season].” <cite>人民日报</cite>, 10 May 2013. <a href=\"http://example.org/a%20b?c=%22d%22&amp;e\" rel=\"external\">http://example.org/a b?c=&quot;d&quot;&amp;e</a>."
        },
        {
            """{"id": "a", "type": "webpage", "title": "[Leaflet]", "language": "zh-Hans", "accessed": {"date-parts": [[2024, 3]]}}""",
            "[Leaflet]. n.d. Accessed March 2024."
        },
        {
            $$"""{"id": "a", "type": "chapter", "title": "On Rails", "author": [{{Qin}}], "editor": [{{Chan}}, {{Zhang}}], "container-title": "Roads", "page": "3-9", "publisher": "Zed", "issued": {"date-parts": [[2001, 4]]} }""",
            "Qin, Min. 2001. “On Rails.” In <cite>Roads</cite>, edited by Kam Wing Chan and Li Zhang, 3–9. Zed."
        },
        {
            """{"id": "a", "type": "report", "title": "<b>Up</b> & \"down\" <script>", "genre": "Survey", "number": "7", "language": "en-GB", "translator": [{"literal": "X"}]}""",
            "<cite>Up &amp; &quot;down&quot; &lt;script&gt;</cite>. Survey 7. n.d."
        },
        {
            """{"id": "a", "type": "legislation", "title": "义务教育法", "language": "zh_CN", "issued": {"date-parts": [[2006, 6, 29]]}}""",
            "<span lang=\"zh-CN\" translate=\"no\">义务教育法</span>. 2006. 29 June 2006."
        },
    };

    [Theory, MemberData(nameof(References))]
    public void A_reference_says_who_when_what_and_where(string entry, string wanted) => Assert.Equal(wanted, One(entry).ReferenceHtml);

    [Theory]
    [InlineData("\\\"Last train\\\" gives a view", "“‘Last train’ gives a view.”")]
    [InlineData("Of “a” and “b”", "“Of ‘a’ and ‘b’.”")]
    [InlineData("A 12\\\" ruler", "“A 12&quot; ruler.”")]
    [InlineData("A 12\\\" by 14\\\" print", "“A 12&quot; by 14&quot; print.”")]
    public void Within_a_title_in_quotation_marks_stand_single_ones(string title, string wanted) =>
        Assert.Contains(wanted, One($$"""{"id": "a", "type": "webpage", "title": "{{title}}"}""").ReferenceHtml, StringComparison.Ordinal);

    [Fact]
    public void After_seven_of_many_authors_come_the_others_unnamed()
    {
        var many = string.Join(',', Enumerable.Range(1, 11).Select(number => $$"""{"family": "F{{number}}"}"""));

        Assert.StartsWith("F1, F2, F3, F4, F5, F6, F7, et al. n.d.", One($$"""{"id": "a", "type": "book", "title": "T", "author": [{{many}}]}""").ReferenceHtml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh-Hans", "zh-Hans", false)]
    [InlineData("zh-Hant", "zh-Hans", true)]
    [InlineData("en-GB", "en", false)]
    [InlineData("en", "en-GB", false)]
    [InlineData("EN_us", "en", false)]
    [InlineData("English", "de", false)]
    [InlineData("\\\" onclick=x", "de", false)]
    [InlineData("ru", "de", true)]
    public void A_title_in_another_language_than_the_study_is_marked(string language, string writtenIn, bool isMarked)
    {
        var json = $$"""[{"id": "a", "type": "book", "title": "T", "language": "{{language}}"}]""";

        Assert.Equal(isMarked, SourceList.Read(Encoding.UTF8.GetBytes(json), writtenIn).Sources[0].ReferenceHtml.Contains(" lang=", StringComparison.Ordinal));
    }

    [Fact]
    public void What_can_be_searched_is_title_makers_container_and_year()
    {
        var source = One($$"""{"id": "a", "type": "article-journal", "title": "Changes", "author": [{{Chan}}], "container-title": "Quarterly", "issued": {"date-parts": [[1999]]} }""");

        Assert.Equal("Changes\nKam Wing Chan\nQuarterly\n1999", source.Text);
        Assert.Equal(6, source.Words);
    }

    private static Source One(string entry)
    {
        var list = Read($"[{entry}]");
        Assert.Empty(list.Problems);
        return Assert.Single(list.Sources);
    }

    private static SourceList Read(string json) => SourceList.Read(Encoding.UTF8.GetBytes(json), "en");
}
