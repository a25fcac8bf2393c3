namespace LastTrainHome.Content.Numbers;

/// <content>Numbers in Chinese and Japanese characters: 三亿, 百分之三十, 三分之一.</content>
internal sealed partial class NumberScan
{
    private int ReadCharacters(int at)
    {
        if (Sign(at) == '第')
            return AfterCharacterNumber(at + 1); // an ordinal
        if (NumberWords.Digit(Sign(at)) < 0 && Sign(at) is not ('十' or '百' or '千'))
            return at + 1;

        var (end, value, scale, isLarge) = ReadCharacterNumber(at);
        if (end == at)
            return at + 1;

        if (Sign(end) == '分' && Sign(end + 1) == '之')
            return ReadShare(at, value, end + 2);

        // 百姓 and 千里 are words; 百万 is a number. Without one of these scales (十七) it is a number word like any other.
        var startsAsNumber = NumberWords.Digit(Sign(at)) >= 0 || Sign(at) == '十'
            || (Sign(at) == '百' && NumberWords.Scale(Sign(at + 1)) >= 10_000);
        if (!startsAsNumber)
            return end;

        var tail = ReadTail(end);
        var written = scale >= 100 && value % scale == 0
            ? new Quantity(value / scale, 0, scale) { ScaleWords = text[tokens[end - 1].Start..tokens[end - 1].End] }
            : new Quantity(value);
        Add(at, tail.End, isLarge || tail.Form != QuantityForm.Number ? Standing.Quantity : Standing.Word, written with { Form = tail.Form });
        return tail.End;
    }

    /// <summary>百分之三十 is thirty percent, 三分之一 a third.</summary>
    private int ReadShare(int first, decimal below, int at)
    {
        if (Kind(at) == TokenKind.Digits)
        {
            var numeral = ReadNumeral(at);
            return AddShare(first, numeral.End, numeral.Number, numeral.Decimals, below);
        }

        var (end, above, _, _) = ReadCharacterNumber(at);
        if (end == at)
            return at;

        var decimals = 0;
        if (Sign(end) is '点' or '點')
        {
            for (end++; NumberWords.Digit(Sign(end)) is >= 0 and var digit && decimals < 6; end++)
                above += digit * new decimal(1, 0, 0, false, (byte)++decimals);
        }

        return AddShare(first, end, above, decimals, below);
    }

    private int AddShare(int first, int end, decimal above, int decimals, decimal below)
    {
        if (below <= 0)
            return end;

        Add(first, end, Standing.Quantity, below == 100
            ? new(above, decimals) { Form = QuantityForm.Percent }
            : new(above, decimals) { Form = QuantityForm.Fraction, Denominator = below });
        return end;
    }

    private int AfterCharacterNumber(int at)
    {
        while (NumberWords.Digit(Sign(at)) >= 0 || (Kind(at) == TokenKind.Character && NumberWords.Scale(Sign(at)) > 0))
            at++;
        return at;
    }

    /// <summary>Reads 三亿七千万, 一百二十, 二〇〇八. The scale is the last that is written.</summary>
    private (int End, decimal Value, decimal Scale, bool IsLarge) ReadCharacterNumber(int at)
    {
        var (end, total, section, digit, scale, isLarge) = (at, 0m, 0m, 0m, 1m, false);
        for (; Kind(end) == TokenKind.Character; end++)
        {
            var sign = Sign(end);
            if (NumberWords.Digit(sign) is >= 0 and var next)
            {
                digit = digit * 10 + next;
                if (digit > 1_000_000)
                    break;
            }
            else if (NumberWords.Scale(sign) is > 0 and var step)
            {
                if (step < 10_000)
                {
                    section += (digit == 0 ? 1 : digit) * step;
                }
                else
                {
                    var all = step == 100_000_000 ? total + section + digit : section + digit;
                    if (all == 0 || all * step > 1_000_000_000_000)
                        break;
                    total = step == 100_000_000 ? all * step : total + all * step;
                    section = 0;
                }

                (digit, scale, isLarge) = (0, step, isLarge || step >= 100);
            }
            else
            {
                break;
            }

            if (section > 1_000_000)
                break;
        }

        return (end, total + section + digit, scale, isLarge);
    }
}
