namespace LastTrainHome.Content.Numbers;

/// <summary>Finds the quantities that stand in a text as mere words: each should lead to the row it comes from, or be marked as plain.</summary>
/// <remarks>
/// The text is flat: links, code and citations are one private-use character each.
/// <list type="table">
/// <listheader><term>A quantity</term><description>and what looks like one, but is free</description></listheader>
/// <item><term>digits of any script, from ten on: 34; 1,340; ５００; 17-year-old; 50-minute; 1600 cities where the 1600 is not in the range of years</term>
/// <description>a year 1500–2099 standing alone (1,600 and 1600 km do not); below ten without unit: 3, 4; year spans: 2008–09, 2006-2009, 2007/08; decades: 1990s, the 90s</description></item>
/// <item><term>below ten with a unit of measurement, money, percent or scale: 5 km, 7 hours, ¥5, 4 %, 3 million, 3–4 million, 3亿</term>
/// <description>dates: 26 January 2008, January 26–27, 26.1.2008, 2008-01-26, 2008年1月26日, 618 BCE; clock and film times: 8:30, 8 p.m., 41:20</description></item>
/// <item><term>every decimal: 4.0, .5</term>
/// <description>versions and telephone numbers: 3.2.1, 020-1234-5678</description></item>
/// <item><term>fractions and multiples: 1/3, ½, 4 out of 5, 3 times, 2x, 3倍</term>
/// <description>24/7, 9/11</description></item>
/// <item><term>Chinese numerals with 百, 千, 万 or 亿: 三亿, 一百二十; shares: 百分之三十, 三分之一</term>
/// <description>other words with these characters: 百姓, 万一, 千万; ordinals: 第3章, 19世纪</description></item>
/// <item><term>in English, words with a scale: two hundred, a million, half a million, several thousand, hundreds of thousands</term>
/// <description>number words without scale: ten people, four hours; a bare plural: millions of people</description></item>
/// <item><term>in English, percent, fractions and multiples in words: ten percent, two-thirds, a third of, nearly half, one in five, six times, tenfold, twice as many, double the</term>
/// <description>ordinals: a third child, the first half; idioms: half an hour, she wrote twice</description></item>
/// <item><term/><description>ordinals: 1st, 19th; after page, p., no., chapter, section, § and #, with the list that follows a plural: pp. 12, 14 and 20</description></item>
/// <item><term/><description>digits within names: COVID-19, G20, H1N1, MP3, 4K; web addresses</description></item>
/// </list>
/// A number in the range of years directly before a plural noun ("in 1600 cities") cannot be told from a year and is free.
/// In a study that is not written in English its own months and decimal comma hold, and number words are not read.
/// </remarks>
public static class NakedNumbers
{
    /// <param name="language">BCP 47: the language the study is written in.</param>
    public static IReadOnlyList<NakedNumber> Find(string text, string language = "en") =>
        [
            .. NumberScan.Read(text, language)
                .Where(number => number.Standing == Standing.Quantity)
                .Select(number => new NakedNumber(number.Start, number.End - number.Start)),
        ];
}

/// <summary>Where a quantity stands, in UTF-16 code units.</summary>
public readonly record struct NakedNumber(int Start, int Length);
