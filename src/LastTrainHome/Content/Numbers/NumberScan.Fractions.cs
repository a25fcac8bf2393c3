using System.Text;

namespace LastTrainHome.Content.Numbers;

/// <content>Fractions: one in five, half, 3/4, ¾.</content>
internal sealed partial class NumberScan
{
    /// <summary>The whole in "one in five", "4 out of 5"; its end is 0 where there is none.</summary>
    private (int End, decimal Number) AfterPartOf(int at, decimal part)
    {
        var isOutOf = Is(at, "out") && Is(at + 1, "of");
        var next = isOutOf ? at + 2 : at + 1;
        if (part < 1 || !(isOutOf || Is(at, "in")))
            return default;

        decimal whole;
        int end;
        if (Kind(next) == TokenKind.Digits)
        {
            var numeral = ReadNumeral(next);
            (whole, end) = (numeral.IsPlain ? numeral.Number : 0, numeral.End);
        }
        else
        {
            (end, whole, _, _, _) = ReadCardinal(next);
        }

        // "three in 2008" is no part of anything.
        var isWhole = whole > part && (isOutOf ? whole <= 1_000 : whole <= 10 || whole is 20 or 50 or 100 or 1_000);
        return isWhole && !ReadTail(end).IsMeasured ? (end, whole) : default;
    }

    private int AddFraction(int first, int end, decimal above, decimal below)
    {
        var tail = ReadTail(end);
        var quantity = tail.Scale == 1
            ? new Quantity(above) { Form = QuantityForm.Fraction, Denominator = below, IsBy = IsBy(first) }
            : new Quantity(Math.Round(above / below, 2), below == 2 ? 1 : 2, tail.Scale) { ScaleWords = tail.ScaleWords };
        Add(first, tail.Scale == 1 ? end : tail.End, Standing.Quantity, quantity);
        return tail.Scale == 1 ? end : tail.End;
    }

    /// <summary>"by a third", "by about a third", "by nearly half".</summary>
    private bool IsBy(int at) => Is(at - 1, "by") || (Is(at - 2, "by") && IsIn(at - 1, NumberWords.Measuring));

    private int ReadPart(int at)
    {
        var (above, below) = SmallestFraction(PartAt(at));
        return AddFraction(at, at + 1, above, below);
    }

    private decimal PartAt(int at) =>
        Math.Round((decimal)Rune.GetNumericValue(Rune.GetRuneAt(text, tokens[at].Start)), 3);

    private static (decimal Above, decimal Below) SmallestFraction(decimal part)
    {
        for (var below = 2m; below <= 10; below++)
        {
            var above = Math.Round(part * below);
            if (above > 0 && Math.Abs(above / below - part) < 0.001m)
                return (above, below);
        }

        return (Math.Round(part * 1000), 1000);
    }
}
