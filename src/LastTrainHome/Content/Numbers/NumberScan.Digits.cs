using System.Globalization;
using System.Text;

namespace LastTrainHome.Content.Numbers;

/// <content>Numbers in digits.</content>
internal sealed partial class NumberScan
{
    /// <param name="End">The token after it.</param>
    /// <param name="IsPlain">One run of digits, without separator or point.</param>
    /// <param name="Digits">How many digits stand before the point.</param>
    private readonly record struct Numeral(int End, decimal Number, int Decimals, bool IsPlain, int Digits)
    {
        public bool IsYear => IsPlain && Digits == 4 && Number is >= 1500 and <= 2099;

        public bool IsDay => IsPlain && Number is >= 1 and <= 31;
    }

    private int ReadDigits(int at)
    {
        if (IsName(at))
            return SkipGlued(at + 1);

        if (IsPoint(at - 1) && tokens[at - 1].IsSpaced && IsGlued(at))
            return ReadQuantity(at - 1, Fraction(at), isMoney: false);

        var numeral = ReadNumeral(at);
        if (Chain(at, numeral) is > 0 and var chained)
            return SkipGlued(chained);

        var isMoney = IsMoneyBefore(at);
        if (IsFree(at, numeral) is { } freed && !isMoney)
            return freed;

        if (ReadSlash(at, numeral) is > 0 and var slash)
            return slash;

        return ReadQuantity(SignBefore(at), numeral, isMoney);
    }

    /// <summary>Digits that belong to a name: G20, H1N1, COVID-19, file_12.</summary>
    private bool IsName(int at)
    {
        if (!IsGlued(at))
            return false;
        if (Sign(at - 1) == '_')
            return true;
        if (Word(at - 1) is { Length: > 0 } before)
            return IsLatin(before[^1]) && !NumberWords.Currencies.Contains(before);

        return Sign(at - 1) is '-' or '\u2010' or '\u2011' or '\u2013' && IsGlued(at - 1)
            && Word(at - 2) is { Length: > 0 } name && char.IsUpper(name[0]);
    }

    private static bool IsLatin(char letter) => char.IsLetter(letter) && letter < '\u0250';

    private bool IsPoint(int at) => Sign(at) == point || Sign(at) is '．' or '٫';

    private bool IsComma(int at) => Sign(at) == comma || Sign(at) is '，' or '٬';

    private Numeral ReadNumeral(int at)
    {
        var first = DigitsIn(tokens[at]);
        var end = at + 1;
        var digits = first;
        while (first <= 3 && IsGroupAt(end) is > 0 and var group)
        {
            digits += 3;
            end = group;
        }

        var whole = end;
        var decimals = 0;
        if (IsPoint(end) && IsGlued(end) && IsGlued(end + 1) && Kind(end + 1) == TokenKind.Digits)
        {
            end += 2;
            decimals = Math.Min(DigitsIn(tokens[end - 1]), MostDigits - 3);
        }

        var number = digits > MostDigits ? 1_000_000_000_000_000 : ValueOf(at, whole, MostDigits);
        if (decimals > 0 && digits <= MostDigits)
            number += Tenths(end - 1, decimals);
        return new(end, number, decimals, end == at + 1, digits);
    }

    /// <summary>The token after a group of three digits, which a comma or a narrow space sets apart; else 0.</summary>
    private int IsGroupAt(int at)
    {
        if (IsComma(at) && IsGlued(at) && IsGlued(at + 1) && IsThree(at + 1))
            return at + 2;
        // "100, 200": a space that may break parts two numbers.
        return IsThree(at) && tokens[at].Start - tokens[at - 1].End == 1
            && text[tokens[at].Start - 1] is '\u00a0' or '\u202f' or '\u2009' or '\u2007'
            ? at + 1
            : 0;
    }

    private bool IsThree(int at) => Kind(at) == TokenKind.Digits && DigitsIn(tokens[at]) == 3;

    // Digits beyond the basic plane take two code units each.
    private int DigitsIn(Token run) => char.IsSurrogate(text[run.Start]) ? run.Length / 2 : run.Length;

    private decimal ValueOf(int from, int to, int most)
    {
        var value = 0L;
        for (var at = from; at < to; at++)
        {
            if (tokens[at].Kind != TokenKind.Digits)
                continue;
            foreach (var rune in text.AsSpan(tokens[at].Start, tokens[at].Length).EnumerateRunes())
            {
                if (most-- == 0)
                    return value;
                value = value * 10 + (rune.Value is >= '0' and <= '9' ? rune.Value - '0' : (long)Rune.GetNumericValue(rune));
            }
        }

        return value;
    }

    private decimal Tenths(int at, int decimals)
    {
        var value = ValueOf(at, at + 1, decimals);
        // Dividing by a power of ten keeps the digits as they are written.
        return value * new decimal(1, 0, 0, false, (byte)decimals);
    }

    private Numeral Fraction(int at)
    {
        var decimals = Math.Min(DigitsIn(tokens[at]), MostDigits - 3);
        return new(at + 1, Tenths(at, decimals), decimals, false, 0);
    }

    /// <summary>The token after three or more numbers joined alike: a date, a time, a version, a telephone number. Else 0.</summary>
    private int Chain(int at, Numeral numeral)
    {
        if (!numeral.IsPlain && point != '.')
            return 0; // 1.234.567 where the dot parts thousands

        if (!IsGlued(at + 1) || !IsGlued(at + 2) || Kind(at + 2) != TokenKind.Digits)
            return 0;

        foreach (var joint in (ReadOnlySpan<char>)['.', '-', '/', ':'])
        {
            var links = 0;
            var end = at + 1;
            for (; IsJoint(end, joint) && IsGlued(end) && IsGlued(end + 1) && Kind(end + 1) == TokenKind.Digits; end += 2)
                links++;
            if (links >= 2 || (links == 1 && joint == ':' && DigitsIn(tokens[at]) <= 3 && DigitsIn(tokens[end - 1]) == 2))
                return end;
        }

        return 0;
    }

    private bool IsJoint(int at, char joint) => joint == '-' ? IsDash(at) : Sign(at) == joint;

    private bool IsMoneyBefore(int at)
    {
        var before = Sign(at - 1);
        return (before != '\0' && char.GetUnicodeCategory(before) == UnicodeCategory.CurrencySymbol) || IsIn(at - 1, NumberWords.Currencies);
    }

    /// <summary>The first token of the number with its sign: a sign is one that stands before the digits and after a space or bracket.</summary>
    private int SignBefore(int at) =>
        Sign(at - 1) is '-' or '+' or '\u2212' or '\u2013' && IsGlued(at) && (tokens[at - 1].IsSpaced || Sign(at - 2) is '(' or '[') ? at - 1 : at;

    /// <summary>The token after 1/3 or 2007/08; else 0.</summary>
    private int ReadSlash(int at, Numeral above)
    {
        if (Sign(above.End) != '/' || !IsGlued(above.End) || !IsGlued(above.End + 1) || Kind(above.End + 1) != TokenKind.Digits)
            return 0;

        var below = ReadNumeral(above.End + 1);
        // Round the clock, and a day in September.
        if (!above.IsPlain || !below.IsPlain || below.Number == 0 || (above.Number, below.Number) is (24, 7) or (9, 11))
            return below.End;

        return AddFraction(at, below.End, above.Number, below.Number);
    }

    private int ReadQuantity(int first, Numeral numeral, bool isMoney)
    {
        var signed = Sign(first) is '-' or '+' or '\u2212' or '\u2013';
        if (numeral.Number < 10 && numeral.Decimals == 0 && AfterPartOf(numeral.End, numeral.Number) is { End: > 0 } whole)
            return AddFraction(first, whole.End, numeral.Number, whole.Number);

        var part = Kind(numeral.End) == TokenKind.Part && IsGlued(numeral.End) && numeral.Decimals == 0 ? PartAt(numeral.End) : 0;
        if (part > 0)
            numeral = numeral with { End = numeral.End + 1, Number = numeral.Number + part, Decimals = part.Scale };

        var tail = ReadTail(numeral.End);
        var quantity = new Quantity(signed && Sign(first) != '+' ? -numeral.Number : numeral.Number, numeral.Decimals, tail.Scale)
        {
            Form = tail.Form,
            ScaleWords = tail.ScaleWords,
            IsSigned = signed,
        };
        if (Sign(tail.End - 1) is not '\0' and var sign && NumberWords.Scale(sign) > 1)
            (quantity, tail) = ReadSum(quantity, tail);

        var standing = isMoney || tail.IsMeasured || numeral.Decimals > 0 ? Standing.Quantity
            : numeral.IsYear && !signed ? SharesUnit(numeral.End, inYears: true) ? Standing.Quantity : Standing.Year
            : numeral.Number >= 10 || SharesUnit(numeral.End, inYears: false) ? Standing.Quantity
            : Standing.Small;
        Add(first, tail.End, standing, quantity);
        return tail.End;
    }

    /// <summary>3亿7582万: one number in two scales.</summary>
    private (Quantity Quantity, Tail Tail) ReadSum(Quantity quantity, Tail tail)
    {
        while (quantity.Decimals == 0 && Kind(tail.End) == TokenKind.Digits && IsGlued(tail.End))
        {
            var more = ReadNumeral(tail.End);
            var next = ReadTail(more.End);
            if (next.Scale >= quantity.Scale || more.Number * next.Scale >= quantity.Scale || more.Decimals > 0)
                break;
            quantity = quantity with
            {
                Number = quantity.Number * (quantity.Scale / next.Scale) + more.Number,
                Scale = next.Scale,
                ScaleWords = next.ScaleWords,
                Form = next.Form,
            };
            tail = next with { IsMeasured = true };
            if (next.Scale == 1)
                break;
        }

        return (quantity, tail);
    }

    /// <summary>In "3 to 4 million" and "5–7 %" the first number has the second's unit. A year shares it only across a dash: 1600–1800 km.</summary>
    private bool SharesUnit(int at, bool inYears)
    {
        var second = inYears ? IsDash(at) && IsGlued(at) ? at + 1 : -1 : AfterList(at);
        return second > 0 && Kind(second) == TokenKind.Digits && ReadTail(ReadNumeral(second).End).IsMeasured;
    }
}
