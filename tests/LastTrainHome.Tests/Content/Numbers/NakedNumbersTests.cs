using System.Diagnostics;
using System.Text;
using CsCheck;
using LastTrainHome.Content.Numbers;
using Xunit;

namespace LastTrainHome.Tests.Content.Numbers;

public sealed class NakedNumbersTests
{
    private static readonly string[] Pieces =
    [
        "1", "12", "2008", "½", ",", ".", "-", "–", "/", ":", " ", " to ", " and ", " January", "年", "亿", "三", "百", "分之", " million", " half", " a", " third",
        " of", "%", " percent", " times", "fold", " two", " hundred", "p. ", "\ud800", "\udfff", "\ue000", "𝟓", "th", "s", " in ", " out of",
        "999999999999999999999", " point", "0",
    ];

    // Quantities stand between double angle brackets.
    [Theory]
    // digits
    [InlineData("There were «34» carriages.")]
    [InlineData("«1,340» yuan and «225,420,000» people")]
    [InlineData("Sums of «10», «20» and «30».")]
    [InlineData("«5,000» or «50» trains")]
    [InlineData("a «17»-year-old and a «50»-minute lesson")]
    [InlineData("the «1,600» cities")]
    [InlineData("«1600» km away, «2000» yuan a month")]
    [InlineData("trains «1600»–«1800» km long")]
    [InlineData("from «16.5» to «20.3»")]
    [InlineData("from «.5» to 1")]
    [InlineData("«40» (forty)")]
    [InlineData("the first «100,200,300» and then «12», «3456»")]
    [InlineData("«5» km, «7» hours, «3» years, «2» square metres")]
    [InlineData("«4 %», «4%», «4 percent», «4 per cent», «4 percentage points», «3 million», «3-million»")]
    [InlineData("«3» to «4 million», «5»–«7 %», «2» or «3 percent»")]
    [InlineData("¥«5», $«3», €«4», «3» yuan, RMB «5»")]
    [InlineData("«5»km, «4x», «3»m, «20bn», «50k»")]
    [InlineData("«6 times» as many, «3×»")]
    [InlineData("«1/3» of them, «½» of them, «4 out of 5», «1 in 3»")]
    [InlineData("«5.5» and «-4.0» and «+3 %»")]
    [InlineData("«५००», «٣٤», «５００», «１，３４０», «𝟓𝟎»")]
    [InlineData("«3亿», «５００万», «30»人, «3倍», «5»公里, «3»个月, «40»年, «1.5万», «3亿7582万»")]
    [InlineData("In 2008 «300» workers, by May «500» more")]
    [InlineData("«2.5» hours from 8:30")]
    [InlineData("«12» may be right")]
    [InlineData("the «618» soldiers of 1949")]
    [InlineData("Mao in 1958 had «600 million» people")]
    [InlineData("rose from «1.5 million» in 2008 to «2 million»")]
    [InlineData("«12\u00a0500» and «12\u202f500»")]
    [InlineData("In \ue000 there were «12» \ue000.")]
    [InlineData("over-«18»s")]
    // English words
    [InlineData("«two hundred» and «two hundred million» people")]
    [InlineData("«three million», «a million», «a hundred», «one hundred and fifty thousand»")]
    [InlineData("«two and a half million», «half a million», «a quarter of a million», «three point five million»")]
    [InlineData("«hundreds of thousands», «tens of millions», «several million», a «few thousand», a «couple of hundred»")]
    [InlineData("«two-thirds», «two thirds», «three quarters», «a third» of, «one third», nearly «a quarter»")]
    [InlineData("«Half» of them, «half» the children, nearly «half», more than «half», by «a half»")]
    [InlineData("«one in five», «nine out of ten»")]
    [InlineData("«ten percent», «five per cent», «four percentage points»")]
    [InlineData("«six times», «tenfold», «ten-fold», «twice» as many, «double» the number, «half» as many")]
    // Chinese numerals
    [InlineData("«三亿»人, «两百», «一百二十», «百万», «三亿七千万», «百分之三十», «三分之一», «三百倍»")]
    // free
    [InlineData("3, 4, 5 and 9 of them, 0 left")]
    [InlineData("in 2008, in 1600 cities, 1500 and 2099")]
    [InlineData("2008–09, 2006-2009, 2008–2021, 2007/08, 2007/2008, 2008 – 2009, 2008-present")]
    [InlineData("the 1990s, the 90s, mid-1990s, 1980-90s, the '80s, the 1990s and 2000s")]
    [InlineData("26 January 2008, January 26, 2008, 26 Jan. 2008, Jan. 26, 26-Jan-2008, the 26th of January, January 26th, 1492 March")]
    [InlineData("26–27 January, 26 and 27 January, January 26–27, January 26 and 27, 26, 27 and 28 January, 26 to 28 January")]
    [InlineData("26.1.2008, 26/01/2008, 2008-01-26, 2008-01-26T08:30, 2008-01, January 1492")]
    [InlineData("2008年1月26日, 1月26日, 90年代, 26号, 8点30分, 19世纪, 第3章, 2006-2009年")]
    [InlineData("8:30, 20:15, 41:20, 1:41:20, 8 p.m., 10 a.m., 8pm, 8.30 p.m., 11 o'clock, 8 to 10 p.m., 10–11 am")]
    [InlineData("1st, 2nd, 3rd, 19th, 21st-century, the 100th, the 1,000th")]
    [InlineData("618 BCE, 618–907 CE, AD 618")]
    [InlineData("p. 12, p.12, pp. 12–15, page 12, pages 12, 14 and 20, No. 12, no. 37, Nos. 12 and 13, chapter 14, ch. 12, section 12, sections 10 to 12, § 12, #12")]
    [InlineData("24/7, 9/11")]
    [InlineData("COVID-19, G20, H1N1, MP3, Boeing-747, 4K, 3D, 5G, B2B, file_12, v2.10")]
    [InlineData("3.2.1, 020-1234-5678, 978-0-226-41898-0")]
    [InlineData("see http://example.org/2009/12/345 and www.example.org/12")]
    [InlineData("one of them, two counts, ten people, twenty-five carriages, four hours, nineteen ninety-eight")]
    [InlineData("a third child, the third time, the first half, the second half of the film, half an hour, about half a day, half-brother")]
    [InlineData("she wrote twice, a double bed, many times, at times, three Times readers, manifold")]
    [InlineData("millions of people, the Hundred Flowers, a few people")]
    [InlineData("百姓, 万一, 千万不要, 千里, 十七岁的单车, 一票难求, 第三章, 第一百章")]
    public void Quantities_are_found_and_what_only_looks_like_one_is_free(string marked) => Assert.Equal(marked, Mark(Bare(marked)));

    [Theory]
    [InlineData("de", "«1.340» Menschen, «3,5» Stunden, «12» im Januar, 26. Januar 2008, zwei hundert Millionen")]
    [InlineData("fr", "le 26 janvier 2008, «3,5 %», «1\u00a0340,5»")]
    [InlineData("zh-Hans", "2008年1月，«3.5亿»人，第12章")]
    [InlineData("xx-not-a-language-at-all", "«34» and 2008")]
    public void Another_language_has_its_own_months_and_separators(string language, string marked) =>
        Assert.Equal(marked, Mark(Bare(marked), language));

    [Fact]
    public void No_text_breaks_it_and_every_place_lies_in_the_text() =>
        Gen.OneOf(
            Gen.String,
            Gen.Int[0, Pieces.Length - 1].Select(piece => Pieces[piece]).Array[0, 40].Select(string.Concat))
            .Sample(text =>
            {
                var last = 0;
                foreach (var (start, length) in NakedNumbers.Find(text))
                {
                    if (start < last || length <= 0 || start + length > text.Length)
                        return false;
                    last = start + length;
                }

                foreach (var quantity in Quantity.Read(text))
                {
                    _ = quantity.Value;
                    _ = Agreement.WithCell(quantity, 375.82m, Unit.Read("million people"));
                    _ = Agreement.WithCell(quantity, 1e-20m, Unit.Read("percent"));
                    _ = Agreement.WithChange(quantity, 0.0000001m, 1e15m, Unit.Read("trillion yuan"));
                    _ = Agreement.WithChange(quantity, 3, -4.5m, Unit.Read(text));
                }

                return true;
            }, iter: 20_000);

    [Theory]
    [InlineData("1")]
    [InlineData(",")]
    [InlineData("1,")]
    [InlineData("1,111")]
    [InlineData("1.")]
    [InlineData("1-")]
    [InlineData("1/")]
    [InlineData("1:")]
    [InlineData("1 to ")]
    [InlineData("26, ")]
    [InlineData("hundred ")]
    [InlineData("one hundred and ")]
    [InlineData("a ")]
    [InlineData("half ")]
    [InlineData("三")]
    [InlineData("一亿1万")]
    [InlineData("分之")]
    [InlineData("1亿")]
    [InlineData("1 million-")]
    [InlineData("-A1")]
    [InlineData("one in ")]
    public void A_long_run_of_anything_is_read_at_once(string piece)
    {
        var text = new StringBuilder().Insert(0, piece, 200_000 / piece.Length).ToString();
        NakedNumbers.Find(text[..1000]);
        var watch = Stopwatch.StartNew();

        NakedNumbers.Find(text);

        // Milliseconds in fact, on a machine with nothing else to do; whatever is not linear takes many minutes.
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    private static string Bare(string marked) => marked.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal);

    private static string Mark(string text, string language = "en")
    {
        var marked = new StringBuilder(text);
        foreach (var (start, length) in NakedNumbers.Find(text, language).Reverse())
            marked.Insert(start + length, '»').Insert(start, '«');
        return marked.ToString();
    }
}
