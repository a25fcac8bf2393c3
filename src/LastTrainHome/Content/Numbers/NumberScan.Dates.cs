
namespace LastTrainHome.Content.Numbers;

/// <content>Numbers in digits that are no quantities: dates, times, ordinals, places in a book.</content>
internal sealed partial class NumberScan
{
    /// <summary>The token after a number that is none of ours: a date, time, ordinal, place in a book, year span, version. Else null.</summary>
    private int? IsFree(int at, Numeral numeral)
    {
        var end = numeral.End;
        if (IsListed(at, numeral))
            return Freed(end, freedom);
        if (PlaceBefore(at) is not Freedom.None and var place)
            return Freed(end, place);
        if (EndsAsDateOrTime(at, numeral) is > 0 and var after)
            return after;
        if (numeral.IsYear && YearSpan(end) is > 0 and var span)
            return span;
        if (numeral.IsPlain && FollowsMonth(at) && (numeral.IsDay || numeral.Digits == 4) && !ReadTail(end).IsMeasured)
            return Freed(end, Freedom.Date);
        if (numeral.IsDay && IsDayBeforeMonth(end))
            return Freed(end, Freedom.Date);

        return null;
    }

    // "in March. 12 people" begins a sentence; "Mar. 12" does not.
    private bool FollowsMonth(int at) => Sign(at - 1) == '.' ? IsMonth(at - 2) && tokens[at - 2].Length <= 4 : IsMonth(at - 1);

    private int Freed(int end, Freedom how)
    {
        Free(end, how);
        return end;
    }

    /// <summary>Whether a list that began as dates or places goes on here.</summary>
    private bool IsListed(int at, Numeral numeral)
    {
        if (freedom == Freedom.None || at != freedEnd + 1)
            return false;

        var isRange = AfterRange(freedEnd) == at;
        return freedom switch
        {
            Freedom.Place => isRange,
            Freedom.Places => AfterList(freedEnd) == at || (Sign(freedEnd) == ',' && EndsListItem(numeral.End)),
            _ => (AfterList(freedEnd) == at && numeral.IsDay && !ReadTail(numeral.End).IsMeasured)
                || (Sign(freedEnd) == ',' && numeral is { IsPlain: true, Digits: 4 }),
        };
    }

    private bool EndsListItem(int at) => at >= tokens.Count || AfterList(at) > 0 || Sign(at) is ',' or '.' or ';' or ':' or ')' or ']';

    private Freedom PlaceBefore(int at)
    {
        if (Sign(at - 1) is '#' or '№' or '§' or '第')
            return Freedom.Place;

        var dotted = Sign(at - 1) == '.' && IsGlued(at - 1);
        var word = Word(dotted ? at - 2 : at - 1);
        if (word.IsEmpty)
            return Freedom.None;
        if (NumberWords.ManyPlaces.Contains(word))
            return Freedom.Places;
        return NumberWords.Places.Contains(word) && (dotted || !word.Equals("no", StringComparison.OrdinalIgnoreCase))
            ? Freedom.Place
            : Freedom.None;
    }

    /// <summary>The token after 19th, 1990s, 8 p.m., 618 BCE, 1月, 26日, 19世纪; else 0.</summary>
    private int EndsAsDateOrTime(int at, Numeral numeral)
    {
        var end = numeral.End;
        var word = Word(end);
        if (IsGlued(end) && numeral.Decimals == 0 && NumberWords.OrdinalEndings.Contains(word))
            return IsDayBeforeMonth(end + 1) || IsMonth(at - 1) ? Freed(end + 1, Freedom.Date) : end + 1;
        if (IsGlued(end) && numeral.IsPlain && word.Length > 0)
        {
            if (word is "s" && numeral.Digits is 2 or 4 && numeral.Number % 10 == 0)
                return end + 1;
            if (word is "K" && numeral.Number is 2 or 4 or 8)
                return SkipGlued(end + 1); // picture sizes of film
            if (IsLatin(word[0]) && !IsClock(end) && !ReadTail(end).IsMeasured)
                return SkipGlued(end + 1);
        }

        if (IsClock(end) || IsEra(end))
            return end + 1;
        // "8 to 10 p.m.", "618–907 CE"
        if (AfterRange(end) is > 0 and var second && Kind(second) == TokenKind.Digits && (IsClock(second + 1) || IsEra(second + 1)))
            return end;
        if (Word(at - 1) is "AD")
            return end;

        return numeral.IsPlain ? EndsAsCharacterDate(numeral) : 0;
    }

    private bool IsClock(int at) =>
        Is(at, "am") || Is(at, "pm") || (Is(at, "o") && Is(at + 2, "clock"))
        || ((Is(at, "a") || Is(at, "p")) && Sign(at + 1) == '.' && IsGlued(at + 1) && Is(at + 2, "m") && IsGlued(at + 2));

    private bool IsEra(int at) => IsIn(at, NumberWords.Eras);

    private int EndsAsCharacterDate(Numeral numeral)
    {
        var end = numeral.End;
        switch (Sign(end))
        {
            case '年' or '년' when numeral.Digits == 4 || Sign(end + 1) is '代' or '대':
            case '月' or '월' when numeral.Number is >= 1 and <= 12:
            case '日' or '号' or '號' or '일' when numeral.IsDay:
            case '世' when Sign(end + 1) is '纪' or '紀':
            case '세' when Sign(end + 1) == '기':
                return end + 1;
            case '点' or '點' or '时' or '時' or '시' when numeral.Number <= 24:
                return Kind(end + 1) == TokenKind.Digits && Sign(end + 2) is '分' or '분' ? end + 3 : end + 1;
            default:
                return 0;
        }
    }

    /// <summary>The token after the second half of 2008–09, 2006-2009, 2007/08, 1980–90s; else 0.</summary>
    private int YearSpan(int at)
    {
        if (!(IsDash(at) || (Sign(at) == '/' && IsGlued(at))) || Kind(at + 1) != TokenKind.Digits || IsGlued(at) != IsGlued(at + 1))
            return 0;

        var second = ReadNumeral(at + 1);
        if (!second.IsPlain || !(second.IsYear || (second.Digits <= 2 && IsGlued(at + 1))))
            return 0;
        if (Word(second.End) is "s" && IsGlued(second.End))
            return second.End + 1;
        return ReadTail(second.End).IsMeasured && Sign(second.End) is not ('年' or '년') ? 0 : second.End;
    }

    /// <summary>26 January, 26-Jan, 26th of January, 26 and 27 January, 26–27 January.</summary>
    private bool IsDayBeforeMonth(int at)
    {
        for (var days = 0; days < 3; days++)
        {
            if (IsGlued(at) && IsIn(at, NumberWords.OrdinalEndings))
                at++;
            if (IsMonth(at) || (Is(at, "of") && IsMonth(at + 1)) || (Sign(at) is '-' or '.' && IsMonth(at + 1)))
                return true;
            var next = AfterList(at) > 0 ? AfterList(at) : Sign(at) == ',' ? at + 1 : -1;
            if (next < 0 || Kind(next) != TokenKind.Digits || tokens[next].Length > 2)
                return false;
            at = next + 1;
        }

        return false;
    }
}
