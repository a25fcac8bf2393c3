namespace LastTrainHome.Content.Numbers;

/// <content>Numbers in English words.</content>
internal sealed partial class NumberScan
{
    private int ReadWords(int at)
    {
        var word = Word(at);
        if (!NumberWords.Openers.TryGetValue(word, out var opener))
            return word.Length > 6 && word.EndsWith("fold", StringComparison.OrdinalIgnoreCase) ? ReadFold(at, word[..^4]) : at + 1;

        return opener switch
        {
            Opener.Cardinal => ReadNumberWords(at, at),
            Opener.Article => ReadAfterArticle(at),
            Opener.Half => ReadHalf(at, at),
            Opener.Multiple => ReadMultiple(at, NumberWords.Multiples[word]),
            Opener.Vague => ReadVague(at),
            _ => Is(at + 1, "of") && NumberWords.ManyScales.ContainsKey(Word(at + 2)) ? AddSize(at, at + 3) : at + 1,
        };
    }

    /// <summary>Reads a number that begins with a number word, or with "a" before a scale.</summary>
    private int ReadNumberWords(int first, int at)
    {
        var (end, value, scale, scaleAt, decimals) = ReadCardinal(at);
        if (end == first)
            return first + 1;

        if (Is(end, "and") && Is(end + 1, "a") && Is(end + 2, "half"))
            (end, value, decimals, scale) = (end + 3, value + 0.5m, 1, 1);
        else if (scale == 1 && ReadParts(end, value) is { End: > 0 } parts)
            return AddFraction(first, parts.End, value, parts.Denominator);
        else if (scale == 1 && AfterPartOf(end, value) is { End: > 0 } whole)
            return AddFraction(first, whole.End, value, whole.Number);

        var tail = ReadTail(end, afterWords: true);
        var scaleWords = tail.ScaleWords;
        if (tail.Scale != 1)
            scale = tail.Scale; // two and a half million
        else if (scale != 1 && (value % scale == 0 || decimals > 0))
            (value, scaleWords) = (value / scale, $" {Word(scaleAt)}");
        else
            scale = 1;

        var isMeasured = tail.IsMeasured || scaleAt > 0 || decimals > 0;
        Add(first, tail.End, isMeasured ? Standing.Quantity : Standing.Word, new(value, decimals, scale)
        {
            Form = tail.Form,
            ScaleWords = scaleWords,
        });
        return tail.End;
    }

    /// <summary>two hundred and fifty; twenty-five; one hundred thousand million; three point five million. Without a number the end is where it began.</summary>
    private (int End, decimal Value, decimal Scale, int ScaleAt, int Decimals) ReadCardinal(int at)
    {
        var (end, total, group, scale, scaleAt, hasGroup) = (at, 0m, 0m, 1m, 0, false);
        for (var next = at; ; next = Joined(end, scaleAt == end - 1 ? scale : 0))
        {
            var word = Word(next);
            if (word.IsEmpty)
                break;
            if (NumberWords.Cardinals.TryGetValue(word, out var small))
            {
                // "twenty five" is one number; "two three" and "ten five" are two.
                if (hasGroup && !(small is > 0 and < 10 && group % 10 == 0 && group % 100 != 10) && !(small >= 10 && group > 0 && group % 100 == 0))
                    break;
                group += small;
                hasGroup = true;
            }
            else if (NumberWords.Scales.TryGetValue(word, out var step) && end > at)
            {
                if (step == 100 && group is > 0 and < 100)
                    group *= 100;
                else if (step == 100 || total + group * step > 1_000_000_000_000_000 || total * step > 1_000_000_000_000_000)
                    break;
                else if (group == 0)
                    total *= step; // thousand million
                else
                    (total, group) = (total + group * step, 0);
                (scale, scaleAt, hasGroup) = (step, next, group > 0);
            }
            else if (Is(next, "point") && hasGroup && NumberWords.Cardinals.TryGetValue(Word(next + 1), out var tenth) && tenth < 10
                && NumberWords.Scales.TryGetValue(Word(next + 2), out var large))
            {
                return (next + 3, (group + tenth / 10) * large, large, next + 2, 1);
            }
            else if (end == at && NumberWords.Scales.TryGetValue(word, out var alone) && (Is(at - 1, "a") || Is(at - 1, "an")))
            {
                (total, group, scale, scaleAt, hasGroup) = alone == 100 ? (0, 100, alone, next, true) : (alone, 0, alone, next, false);
            }
            else
            {
                break;
            }

            end = next + 1;
        }

        return (end, total + group, scale, scaleAt, 0);
    }

    /// <summary>Where a number word may go on: after a space, a hyphen, or "and": two hundred and fifty, but not two hundred and three hundred.</summary>
    private int Joined(int at, decimal scale)
    {
        if (IsDash(at) && IsGlued(at) && IsGlued(at + 1))
            return at + 1;
        return scale > 0 && Is(at, "and") && NumberWords.Cardinals.ContainsKey(Word(at + 1))
            && !(NumberWords.Scales.TryGetValue(Word(at + 2), out var next) && next == scale)
            ? at + 1
            : at;
    }

    /// <summary>"thirds" after two, "third" after one; the end is 0 where there is none.</summary>
    private (int End, decimal Denominator) ReadParts(int at, decimal number)
    {
        if (IsDash(at) && IsGlued(at) && IsGlued(at + 1))
            at++;
        var word = Word(at);
        return word.IsEmpty || !(number >= 2 ? NumberWords.ManyDenominators.TryGetValue(word, out var denominator)
            : NumberWords.Denominators.TryGetValue(word, out denominator) && number == 1 && !IsHyphened(at + 1))
            ? default
            : (AfterOfScale(at + 1), denominator);
    }

    private bool IsHyphened(int at) => IsDash(at) && IsGlued(at) && IsGlued(at + 1);

    /// <summary>In "a quarter of a million" the scale is part of the number.</summary>
    private int AfterOfScale(int at) => Is(at, "of") && Is(at + 1, "a") && NumberWords.Scales.ContainsKey(Word(at + 2)) ? at + 2 : at;

    /// <summary>a million, a hundred and fifty; a third of, nearly a quarter.</summary>
    private int ReadAfterArticle(int at)
    {
        if (NumberWords.Scales.ContainsKey(Word(at + 1)))
            return ReadNumberWords(at, at + 1);
        if (!NumberWords.Denominators.TryGetValue(Word(at + 1), out var denominator) || IsHyphened(at + 2))
            return at + 1;

        // "a third child" counts children; "a third of" and "by a third" measure.
        return Is(at + 2, "of") || IsIn(at - 1, NumberWords.Measuring) ? AddFraction(at, AfterOfScale(at + 2), 1, denominator) : at + 2;
    }

    /// <summary>half of, half the, nearly half, half a million; but half an hour is an idiom, and the first half is a place.</summary>
    private int ReadHalf(int first, int at)
    {
        var next = at + 1;
        var article = Is(next, "a") || Is(next, "an");
        if (NumberWords.Scales.ContainsKey(Word(article ? next + 1 : next)))
            return AddFraction(first, article ? next + 1 : next, 1, 2);
        if (article || IsHyphened(next) || IsIn(at - 1, NumberWords.WhichHalf))
            return next;

        return IsIn(next, NumberWords.Measured) || IsIn(at - 1, NumberWords.Measuring) ? AddFraction(first, next, 1, 2) : next;
    }

    /// <summary>twice as many, double the number. She wrote twice: that is no multiple.</summary>
    private int ReadMultiple(int at, decimal times)
    {
        if (!IsIn(at + 1, NumberWords.Measured) || Is(at + 1, "of"))
            return at + 1;

        Add(at, at + 1, Standing.Quantity, new(times) { Form = QuantityForm.Times });
        return at + 1;
    }

    private int ReadFold(int at, ReadOnlySpan<char> number)
    {
        if (!NumberWords.Cardinals.TryGetValue(number, out var times) && !NumberWords.Scales.TryGetValue(number, out times))
            return at + 1; // manifold

        Add(at, at + 1, Standing.Quantity, new(times) { Form = QuantityForm.Times });
        return at + 1;
    }

    private int ReadVague(int at)
    {
        var next = Is(at, "couple") && Is(at + 1, "of") ? at + 2 : at + 1;
        return NumberWords.Scales.ContainsKey(Word(next)) ? AddSize(at, ReadTail(next).End) : at + 1;
    }

    private int AddSize(int at, int end)
    {
        Add(at, end, Standing.Quantity, null);
        return end;
    }
}
