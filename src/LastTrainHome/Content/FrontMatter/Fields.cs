using System.Globalization;
using System.Text.RegularExpressions;
using LastTrainHome.Library;

namespace LastTrainHome.Content.FrontMatter;

/// <summary>Front matter whose keys are known and whose values are of the right type. What is not was reported and is left out.</summary>
internal sealed partial class Fields
{
    private readonly Dictionary<string, Node> values = [];

    private Fields(int line) => Line = line;

    /// <summary>The line to point at when something is missing.</summary>
    public int Line { get; }

    public static Fields Empty { get; } = new(1);

    /// <summary>Takes the keys it knows from a set of pairs and reports the rest.</summary>
    /// <param name="pairs">The pairs as written.</param>
    /// <param name="keys">The keys that may stand there.</param>
    /// <param name="report">Takes line, column, code and sentence of each mistake.</param>
    public static Fields Read(Pairs pairs, IReadOnlyList<Key> keys, Action<int, int, string, string> report)
    {
        var fields = new Fields(pairs.Line);
        foreach (var (name, value) in pairs.Items)
        {
            if (keys.FirstOrDefault(key => key.Name == name.Text) is not { } known)
                report(name.Line, name.Column, "KEY001", $"There is no key '{name.Text}' here{Spelling.DidYouMean(name.Text, keys.Select(key => key.Name))}");
            else if (Taken(value, known, report) is { } taken)
                fields.values[known.Name] = taken;
        }

        foreach (var key in keys.Where(key => key.Required && !pairs.Items.Any(pair => pair.Key.Text == key.Name)))
            report(pairs.Line, pairs.Column, "KEY003", $"'{key.Name}' is missing: {key.Says}.");
        return fields;
    }

    public bool Has(string key) => values.ContainsKey(key);

    public Node? Find(string key) => values.GetValueOrDefault(key);

    public string? Text(string key) => (Find(key) as Word)?.Text;

    /// <summary>A required text; empty where it was missing, which has been reported.</summary>
    public string Needed(string key) => Text(key) ?? "";

    public int? Whole(string key) => Text(key) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    public double? Degrees(string key) => Text(key) is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : null;

    public bool Flag(string key) => Text(key) == "true";

    /// <summary>The words of a list; one word alone is a list of one.</summary>
    public IReadOnlyList<Word> Words(string key) => Find(key) switch
    {
        Word word => [word],
        Many many => [.. many.Items.OfType<Word>()],
        _ => [],
    };

    public List<string> Texts(string key) => [.. Words(key).Select(word => word.Text)];

    // Of a list what is right is kept, so that it is looked at too.
    private static Node? Taken(Node value, Key key, Action<int, int, string, string> report)
    {
        switch (key.Takes)
        {
            case Takes.Texts or Takes.Slugs or Takes.Sources or Takes.Cells or Takes.Assignables:
                return value switch
                {
                    Word { Text: "" } or Pairs => Wrong(value, key, "a list", report),
                    Word word => OfItem(word, key, report),
                    Many many => many with { Items = [.. many.Items.Select(item => item is Word word ? OfItem(word, key, report) : Wrong(item, key, "a list of words", report)).OfType<Node>()] },
                    _ => null,
                };
            case Takes.Review or Takes.Columns:
                return value is Pairs { Items.Count: > 0 } ? value : Wrong(value, key, "a set of keys", report);
            case Takes.Watch or Takes.Breaks:
                return value is Many { Items.Count: > 0 } sets && sets.Items.All(item => item is Pairs) ? value : Wrong(value, key, "a list of sets of keys", report);
            default:
                return value is Word single ? OfItem(single, key, report) : Wrong(value, key, "one value", report);
        }
    }

    private static Node? Wrong(Node value, Key key, string wanted, Action<int, int, string, string> report)
    {
        report(value.Line, value.Column, "KEY004", $"'{key.Name}' must be {wanted}.");
        return null;
    }

    private static Word? OfItem(Word word, Key key, Action<int, int, string, string> report)
    {
        var wanted = key.Takes switch
        {
            Takes.Text or Takes.Texts => word.Text.Trim().Length > 0 ? null : "words",
            Takes.Whole => int.TryParse(word.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? null : "a whole number",
            Takes.Degrees => IsDegrees(word.Text, key.Name) ? null : $"degrees, from {(key.Name == "latitude" ? "-90 to 90" : "-180 to 180")}",
            Takes.Flag => word.Text is "true" or "false" ? null : "true or false",
            Takes.Language => LanguageTag().IsMatch(word.Text) ? null : "a language tag such as en, ru or zh-Hans",
            Takes.Date => IsDate(word.Text) ? null : "a date: 2008, 2008-01 or 2008-01-26",
            Takes.FilmTime => FilmTime().IsMatch(word.Text) ? null : "a film time: 41:20 or 1:02:30",
            Takes.Slug or Takes.Slugs => IsSlug(word.Text) ? null : "small letters, digits and hyphens: no-seats",
            Takes.Sources => word.Text.Length > 0 ? null : "the key of a source",
            Takes.Cells => Cell().IsMatch(word.Text) ? null : "a statistic or a cell of it: migrant-workers#2021-total",
            Takes.Assignables => Assignable().IsMatch(word.Text) ? null : "a page or a question: sections/no-seats, questions/who-is-counted",
            Takes.Shape => Enums<StatisticShape>(word.Text),
            Takes.Verdict => Enums<Verdict>(word.Text),
            _ => null,
        };
        if (wanted is null)
            return word;
        report(word.Line, word.Column, "KEY005", $"'{Short(word.Text)}' cannot be the value of '{key.Name}': it must be {wanted}.");
        return null;
    }

    private static string? Enums<T>(string text) where T : struct, Enum
    {
        var known = Enum.GetNames<T>().Select(Snake).ToArray();
        return known.Contains(text) ? null : $"one of {string.Join(", ", known)}";
    }

    /// <summary>The value of an enumeration that front matter writes in snake_case.</summary>
    public T? Of<T>(string key) where T : struct, Enum =>
        Text(key) is { } text ? Enum.GetValues<T>().Cast<T?>().FirstOrDefault(value => Snake(value.ToString()!) == text) : null;

    private static string Snake(string name) => Capital().Replace(name, "_$1").ToLowerInvariant();

    public static bool IsSlug(string text) => text.Length <= 100 && SlugForm().IsMatch(text);

    /// <summary>Whether a text is a day, month or year of the calendar.</summary>
    public static bool IsDate(string text) =>
        text.Length == 4 ? Year().IsMatch(text)
        : DateOnly.TryParseExact(text.Length == 7 ? $"{text}-01" : text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsDegrees(string text, string key) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees)
        && Math.Abs(degrees) <= (key == "latitude" ? 90 : 180);

    private static string Short(string text) => text.Length > 60 ? $"{text[..60]}…" : text;

    [GeneratedRegex("(?<!^)([A-Z])")]
    private static partial Regex Capital();

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex SlugForm();

    [GeneratedRegex(@"\A[1-9][0-9]{3}\z")]
    private static partial Regex Year();

    [GeneratedRegex(@"\A[0-9]{1,2}(:[0-5][0-9]){1,2}\z")]
    private static partial Regex FilmTime();

    [GeneratedRegex(@"\A[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-[a-z0-9]{5,8})*\z")]
    private static partial Regex LanguageTag();

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*(#[a-zA-Z0-9.-]+)?\z")]
    private static partial Regex Cell();

    [GeneratedRegex(@"\A[a-z]+/[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex Assignable();
}
