using System.Collections.Frozen;
using WordSet = System.Collections.Frozen.FrozenSet<string>.AlternateLookup<System.ReadOnlySpan<char>>;
using WordValues = System.Collections.Frozen.FrozenDictionary<string, decimal>.AlternateLookup<System.ReadOnlySpan<char>>;

namespace LastTrainHome.Content.Numbers;

/// <summary>What a number in words begins with.</summary>
internal enum Opener
{
    /// <summary>three</summary>
    Cardinal,

    /// <summary>a million, a third of</summary>
    Article,
    Half,

    /// <summary>twice</summary>
    Multiple,

    /// <summary>"several million" holds no number, and yet says how many.</summary>
    Vague,

    /// <summary>hundreds of thousands</summary>
    Scales,
}

/// <summary>The words and signs around numbers. Whoever misses a unit adds it here.</summary>
internal static class NumberWords
{
    private static FrozenDictionary<string, T> Table<T>(params (string Words, T Value)[] rows) => rows
        .SelectMany(row => row.Words.Split(' ').Select(word => KeyValuePair.Create(word, row.Value)))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static WordSet Set(string words, StringComparer? comparer = null) =>
        words.Split(' ').ToFrozenSet(comparer ?? StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static WordValues Values(params (string Words, decimal Value)[] rows) =>
        Table(rows).GetAlternateLookup<ReadOnlySpan<char>>();

    public static readonly WordValues Cardinals = Values(
        ("zero", 0), ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7), ("eight", 8), ("nine", 9),
        ("ten", 10), ("eleven", 11), ("twelve", 12), ("thirteen", 13), ("fourteen", 14), ("fifteen", 15), ("sixteen", 16),
        ("seventeen", 17), ("eighteen", 18), ("nineteen", 19), ("twenty", 20), ("thirty", 30), ("forty", 40), ("fifty", 50),
        ("sixty", 60), ("seventy", 70), ("eighty", 80), ("ninety", 90));

    public static readonly WordValues Scales = Values(
        ("hundred", 100), ("thousand", 1_000), ("million mln mn", 1_000_000), ("billion bln bn", 1_000_000_000),
        ("trillion trn", 1_000_000_000_000));

    /// <summary>Scale words in the plural: "hundreds of thousands" names no number, but a size.</summary>
    public static readonly WordValues ManyScales = Values(
        ("tens", 10), ("hundreds", 100), ("thousands", 1_000), ("millions", 1_000_000), ("billions", 1_000_000_000),
        ("trillions", 1_000_000_000_000));

    public static readonly WordValues Denominators = Values(
        ("half", 2), ("third", 3), ("quarter", 4), ("fourth", 4), ("fifth", 5), ("sixth", 6), ("seventh", 7), ("eighth", 8), ("ninth", 9),
        ("tenth", 10), ("twelfth", 12), ("twentieth", 20), ("hundredth", 100), ("thousandth", 1_000));

    public static readonly WordValues ManyDenominators = Values(
        ("halves", 2), ("thirds", 3), ("quarters", 4), ("fourths", 4), ("fifths", 5), ("sixths", 6), ("sevenths", 7), ("eighths", 8),
        ("ninths", 9), ("tenths", 10), ("twelfths", 12), ("twentieths", 20), ("hundredths", 100), ("thousandths", 1_000));

    public static readonly WordValues Multiples = Values(
        ("twice", 2), ("thrice", 3), ("double", 2), ("triple", 3), ("treble", 3), ("quadruple", 4));

    /// <summary>Every word that a number in words may begin with.</summary>
    public static readonly FrozenDictionary<string, Opener>.AlternateLookup<ReadOnlySpan<char>> Openers = Cardinals.Dictionary.Keys
        .Select(word => (word, Opener.Cardinal))
        .Concat(ManyScales.Dictionary.Keys.Select(word => (word, Opener.Scales)))
        .Concat(Multiples.Dictionary.Keys.Select(word => (word, Opener.Multiple)))
        .Concat([("a", Opener.Article), ("an", Opener.Article), ("half", Opener.Half)])
        .Concat([("several", Opener.Vague), ("few", Opener.Vague), ("many", Opener.Vague), ("couple", Opener.Vague)])
        .ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What makes "half" or "a third" a share and no ordinal: "nearly half", "by a third".</summary>
    public static readonly WordSet Measuring = Set(
        "than over nearly almost about around roughly under barely by below above fully only just least most");

    /// <summary>What follows "half" or "double" when it measures: "half the", "double its".</summary>
    public static readonly WordSet Measured = Set(
        "of the that its their his her our your my all as these those this what");

    /// <summary>Units of measurement: with one of them even a small number is a quantity, and a number between 1500 and 2099 no year.
    /// As they are written in running text: Mao is a man, and mao a coin.</summary>
    public static readonly WordSet Units = Set(
        "km kilometre kilometres kilometer kilometers mile miles metre metres meter meters cm mm centimetre centimetres centimeter centimeters "
        + "feet inch inches yards hectare hectares ha acre acres mu li sqm "
        + "kg kilogram kilograms kilo kilos grams tonne tonnes ton tons pound pounds lb lbs ounce ounces jin "
        + "litre litres liter liters ml "
        + "seconds minute minutes mins hour hours hr hrs day days week weeks month months year years decade decades century centuries "
        + "kmh kph mph watt watts W kW MW GW kWh MWh GWh V volt volts Hz kHz MHz GHz kB KB MB GB TB C F degrees "
        + "yuan renminbi RMB CNY USD EUR GBP JPY HKD CAD dollar dollars euro euros cent cents pence yen rouble roubles ruble rubles rupee rupees "
        + "franc francs peso pesos krona kroner crowns mao jiao", StringComparer.Ordinal);

    /// <summary>Units that are only believed where they are glued to the digits: 5m, 3h.</summary>
    public static readonly WordSet GluedUnits = Set("m h s g t l w v", StringComparer.Ordinal);

    public static readonly WordValues GluedScales = Values(
        ("k", 1_000), ("mn mln", 1_000_000), ("bn bln", 1_000_000_000), ("tn trn", 1_000_000_000_000));

    /// <summary>Money named before its amount: RMB 500.</summary>
    public static readonly WordSet Currencies = Set("RMB CNY USD EUR GBP JPY HKD CAD", StringComparer.Ordinal);

    /// <summary>Words after which a number is a place in a book. The dot of an abbreviation may follow; <c>no</c> needs it.</summary>
    public static readonly WordSet Places = Set("page p no chapter chap ch section sec");

    /// <summary>The same for several: all numbers of the list that follows are free.</summary>
    public static readonly WordSet ManyPlaces = Set("pages pp nos chapters chaps sections secs");

    public static readonly WordSet Eras = Set("BC BCE AD CE", StringComparer.Ordinal);

    /// <summary>Which half it is, and not that it is a half: "the first half of the film".</summary>
    public static readonly WordSet WhichHalf = Set(
        "first second other latter last former better upper lower top bottom northern southern eastern western");

    public static readonly WordSet OrdinalEndings = Set("st nd rd th");

    public static readonly WordSet EnglishMonths = Set(
        "January February March April May June July August September October November December "
        + "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec");

    public static int Digit(char sign) => sign switch
    {
        '零' or '〇' => 0,
        '一' => 1,
        '二' or '两' or '兩' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => -1,
    };

    /// <summary>What a Chinese, Japanese or Korean scale character multiplies by, or 0.</summary>
    public static decimal Scale(char sign) => sign switch
    {
        '十' or '십' => 10,
        '百' or '백' => 100,
        '千' or '천' => 1_000,
        '万' or '萬' or '만' => 10_000,
        '亿' or '億' or '억' => 100_000_000,
        _ => 0,
    };

    /// <summary>Whether a unit may begin with this character: 公里, 小时, 元.</summary>
    public static bool IsUnit(char sign) =>
        "公里米元角天年岁歲吨噸人度周週小分个個次户戶倍%年日月円時秒명원년일월시".Contains(sign, StringComparison.Ordinal);
}
