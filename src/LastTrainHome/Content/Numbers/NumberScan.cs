using System.Globalization;
using WordSet = System.Collections.Frozen.FrozenSet<string>.AlternateLookup<System.ReadOnlySpan<char>>;

namespace LastTrainHome.Content.Numbers;

internal enum Standing
{
    /// <summary>To be bound to a row, or marked as plain.</summary>
    Quantity,

    /// <summary>A whole number below ten, in digits: free.</summary>
    Small,

    /// <summary>A number word without scale: free.</summary>
    Word,

    /// <summary>A year standing alone: free.</summary>
    Year,
}

/// <summary>A number in a text.</summary>
/// <param name="Quantity">What it says; null where it names a size but no number ("several million").</param>
internal readonly record struct Found(int Start, int End, Standing Standing, Quantity? Quantity);

/// <summary>Finds the numbers of a text and tells quantities from what merely has digits. <see cref="NakedNumbers"/> states the rules.</summary>
/// <remarks>Every token is looked at a bounded number of times, so that a megabyte of digits and commas is as harmless as prose.</remarks>
internal sealed partial class NumberScan
{
    /// <summary>More digits than this nobody counts; the value is then wrong on purpose and agrees with nothing.</summary>
    private const int MostDigits = 15;

    private readonly string text;
    private readonly List<Token> tokens;
    private readonly List<Found> found = [];
    private readonly bool isEnglish;
    private readonly WordSet months;
    private readonly char point = '.';
    private readonly char comma = ',';

    // A list goes on being free: "pp. 12, 14 and 20", "January 26 and 27".
    private Freedom freedom;
    private int freedEnd = -1;

    private enum Freedom
    {
        None,
        Place,
        Places,
        Date,
    }

    private NumberScan(string text, string language)
    {
        this.text = text;
        tokens = Token.Cut(text);
        isEnglish = language.StartsWith("en", StringComparison.OrdinalIgnoreCase);
        months = NumberWords.EnglishMonths;
        if (isEnglish || NumberConvention.Of(language) is not { } convention)
            return;

        months = convention.Months;
        if (convention.HasDecimalComma)
            (point, comma) = (comma, point);
    }

    public static List<Found> Read(string text, string language)
    {
        var scan = new NumberScan(text, language);
        scan.Run();
        return scan.found;
    }

    private void Run()
    {
        for (var at = 0; at < tokens.Count;)
        {
            at = tokens[at].Kind switch
            {
                TokenKind.Digits => ReadDigits(at),
                TokenKind.Part => ReadPart(at),
                TokenKind.Character => ReadCharacters(at),
                TokenKind.Word when IsAddress(at) => SkipToSpace(at),
                TokenKind.Word when isEnglish => ReadWords(at),
                _ => at + 1,
            };
        }
    }

    // Looking at tokens ------------------------------------------------------------------------------------------------

    private TokenKind? Kind(int at) => at >= 0 && at < tokens.Count ? tokens[at].Kind : null;

    private ReadOnlySpan<char> Word(int at) => Kind(at) == TokenKind.Word ? text.AsSpan(tokens[at].Start, tokens[at].Length) : [];

    private bool Is(int at, string word) =>
        at >= 0 && at < tokens.Count && tokens[at].Length == word.Length && Word(at).Equals(word, StringComparison.OrdinalIgnoreCase);

    private bool IsIn(int at, WordSet words) => Kind(at) == TokenKind.Word && words.Contains(Word(at));

    /// <summary>The mark or character here, or NUL.</summary>
    private char Sign(int at) => Kind(at) is TokenKind.Mark or TokenKind.Character ? text[tokens[at].Start] : '\0';

    private bool IsGlued(int at) => at > 0 && at < tokens.Count && !tokens[at].IsSpaced;

    private bool IsDash(int at) => Sign(at) is '-' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212';

    private bool IsMonth(int at) => Word(at) is { Length: > 0 } word && months.Contains(word) && (!isEnglish || char.IsUpper(word[0]));

    private bool IsAddress(int at) =>
        IsGlued(at + 1) && ((Sign(at + 1) == ':' && Sign(at + 2) == '/' && Sign(at + 3) == '/' && IsGlued(at + 2) && IsGlued(at + 3))
            || (Sign(at + 1) == '.' && Is(at, "www")));

    private int SkipToSpace(int at)
    {
        do
            at++;
        while (IsGlued(at));
        return at;
    }

    /// <summary>Past what is written together with an identifier or date: 2008-01-26T08:30, 3.2.1-rc2.</summary>
    private int SkipGlued(int at)
    {
        while (IsGlued(at) && (Kind(at) is TokenKind.Word or TokenKind.Digits
            || (Sign(at) is '-' or ':' or '.' or '/' or '_' or '\u2011' && IsGlued(at + 1) && Kind(at + 1) is TokenKind.Word or TokenKind.Digits)))
            at++;
        return at;
    }

    /// <summary>The token after "-" or "to", where the two numbers beside it make one range; else -1.</summary>
    private int AfterRange(int at) => IsDash(at) || Sign(at) is '~' or '～' or '至' or '到' || Is(at, "to") ? at + 1 : -1;

    private int AfterList(int at) => Is(at, "and") || Is(at, "or") || Sign(at) is '&' ? at + 1 : AfterRange(at);

    private void Free(int end, Freedom how) => (freedEnd, freedom) = (end, how);

    // What comes after a number ----------------------------------------------------------------------------------------

    /// <param name="End">The token after the scale, percent or times.</param>
    /// <param name="IsMeasured">A scale, percent, multiple or unit follows.</param>
    private readonly record struct Tail(int End, decimal Scale, string ScaleWords, QuantityForm Form, bool IsMeasured);

    private Tail ReadTail(int at, bool afterWords = false)
    {
        var (end, scale, form, measured) = (at, 1m, QuantityForm.Number, false);
        if (Kind(at) is null or TokenKind.Digits or TokenKind.Part)
            return new(at, 1, "", form, false);

        int next;
        for (var first = true; ; first = false)
        {
            next = IsDash(end) && IsGlued(end) && IsGlued(end + 1) && Kind(end + 1) == TokenKind.Word ? end + 1 : end;
            if (ScaleAt(next, first && next == at && IsGlued(at) && !afterWords) is not (> 0 and var step) || scale * step > 1_000_000_000_000)
                break;
            scale *= step;
            end = next + 1;
        }

        var scaleEnd = end;

        if (PercentAt(next) is > 0 and var percent)
            (end, form) = (percent, QuantityForm.Percent);
        else if (PointsAt(next, afterWords) is > 0 and var points)
            (end, form) = (points, QuantityForm.Points);
        else if (TimesAt(next) is > 0 and var times)
            (end, form) = (times, QuantityForm.Times);
        else
            measured = !afterWords && IsUnitAt(next, next == at && IsGlued(at));

        return new(end, scale, ScaleWords(at, scaleEnd), form, measured || scale != 1 || form != QuantityForm.Number);
    }

    private string ScaleWords(int at, int end) => end > at ? text[tokens[at - 1].End..tokens[end - 1].End] : "";

    private decimal ScaleAt(int at, bool glued)
    {
        if (Kind(at) == TokenKind.Character)
            return NumberWords.Scale(Sign(at));
        var word = Word(at);
        return word.Length > 0 && (NumberWords.Scales.TryGetValue(word, out var scale) || NumberWords.ManyScales.TryGetValue(word, out scale)
            || (glued && NumberWords.GluedScales.TryGetValue(word, out scale))) ? scale : 0;
    }

    private int PercentAt(int at)
    {
        if (Sign(at) is '%' or '％' or '٪' || Is(at, "percent") || Is(at, "pct"))
            return at + 1;
        return Is(at, "per") && Is(at + 1, "cent") ? at + 2 : 0;
    }

    private int PointsAt(int at, bool afterWords)
    {
        if (Is(at, "percentage") && (Is(at + 1, "points") || Is(at + 1, "point")))
            return at + 2;
        if (Sign(at) is '个' or '個')
            at++;
        if (Sign(at) == '百' && Sign(at + 1) == '分' && Sign(at + 2) is '点' or '點')
            return at + 3;
        return !afterWords && (Is(at, "points") || Is(at, "point") || Is(at, "pp")) ? at + 1 : 0;
    }

    // "Times" with a capital is a newspaper.
    private int TimesAt(int at) =>
        Word(at) is "times" || Is(at, "fold") || Sign(at) is '×' or '倍' || (Is(at, "x") && IsGlued(at)) ? at + 1 : 0;

    private bool IsUnitAt(int at, bool glued)
    {
        if (Is(at, "square") || Is(at, "cubic"))
            at++;
        return Kind(at) switch
        {
            TokenKind.Word => IsIn(at, NumberWords.Units) || (glued && IsIn(at, NumberWords.GluedUnits)),
            TokenKind.Character => NumberWords.IsUnit(Sign(at)),
            TokenKind.Mark => Sign(at) is '°' or '℃' or '℉' or '‰' || char.GetUnicodeCategory(Sign(at)) == UnicodeCategory.CurrencySymbol,
            _ => false,
        };
    }

    private void Add(int first, int end, Standing standing, Quantity? quantity)
    {
        var (start, stop) = (tokens[first].Start, tokens[end - 1].End);
        found.Add(new(start, stop, standing, quantity is null ? null : quantity with { Start = start, Length = stop - start }));
    }
}
