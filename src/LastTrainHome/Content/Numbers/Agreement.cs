using System.Globalization;

namespace LastTrainHome.Content.Numbers;

/// <summary>Whether the number a sentence states is the one its row holds.</summary>
/// <remarks>
/// The row's value is converted to the scale that is written and rounded, half away from zero, to the digits that are written;
/// then both must be equal: "376 million" and "0.38 billion" agree with 375.82 million. Without a scale word the number
/// may also be meant in the column's own unit (375.82). A sign is judged only where one is written, so that "a fall of 4.0" may
/// quote −4.0. A fraction agrees when no other fraction with a denominator up to six (or up to its own) lies nearer:
/// "a third" is anything between 29.2 and 36.7 percent.
/// </remarks>
/// <param name="Message">Where it does not hold: what is right, and what to write.</param>
public sealed record Agreement(bool Holds, string Message)
{
    private const decimal Largest = 1_000_000_000_000_000;

    private static readonly Agreement Agrees = new(true, "");

    /// <summary>Holds a quantity to one cell.</summary>
    /// <param name="value">The cell, with the digits its source gives.</param>
    public static Agreement WithCell(Quantity quantity, decimal value, Unit unit)
    {
        var says = $"the row says {Write(value, unit)}";
        if (Math.Abs(value) > Largest)
            return Not(says);
        if (!Fits(quantity, unit))
            return Not($"{says}, and its unit is '{unit.Words}'", Exact(value, unit));

        return Judge(quantity, value, unit, says);
    }

    /// <summary>Holds a quantity to the change from one cell to another of the same column. In percent it is the change itself, relative to the
    /// first; in points the difference; in times, or as a fraction, what part of the first the second is; else the difference in the column's unit.</summary>
    public static Agreement WithChange(Quantity quantity, decimal from, decimal to, Unit unit)
    {
        if (Math.Abs(from) > Largest || Math.Abs(to) > Largest)
            return Not($"the rows say {Write(from, unit)} and {Write(to, unit)}");

        var difference = to - from;
        var says = $"from {Write(from, unit)} to {Write(to, unit)} is ";
        switch (quantity.Form)
        {
            case QuantityForm.Percent or QuantityForm.Times or QuantityForm.Fraction
                when from == 0 || Math.Abs(to) > Math.Abs(from) * 1_000_000_000:
                return Not(says + "no change that can be told in percent, times or parts", Exact(difference, unit));
            case QuantityForm.Percent:
                var percent = difference / from * 100;
                return Judge(quantity, percent, Percent, $"{says}a change of {Digits(percent, 1)} %");
            case QuantityForm.Times:
                return Judge(quantity, to / from, Ratio, $"{says}{Digits(to / from, 2)} times as much");
            case QuantityForm.Fraction:
                var part = (quantity.IsBy ? difference : to) / from;
                return Judge(quantity, part, Ratio, $"{says}{(quantity.IsBy ? "a change by" : "a part of")} {Digits(part, 2)}");
            case QuantityForm.Points when unit.Kind is not (UnitKind.Percent or UnitKind.Points):
                return Not($"{says}a difference of {Write(difference, unit)}, and its unit is '{unit.Words}'", Exact(difference, unit));
            default:
                var counted = unit.Kind == UnitKind.Percent ? Points : unit;
                return Judge(quantity, difference, counted, $"{says}a difference of {Write(difference, counted)}");
        }
    }

    private static readonly Unit Percent = new("percent", UnitKind.Percent, 1, "");
    private static readonly Unit Points = new("percentage points", UnitKind.Points, 1, "");
    private static readonly Unit Ratio = new("times", UnitKind.Ratio, 1, "");

    /// <summary>Whether a quantity of this form can be held to a cell of this unit at all.</summary>
    private static bool Fits(Quantity quantity, Unit unit) => quantity.Form switch
    {
        QuantityForm.Percent => unit.Kind == UnitKind.Percent,
        QuantityForm.Points => unit.Kind == UnitKind.Points,
        QuantityForm.Times => unit.Kind == UnitKind.Ratio,
        QuantityForm.Fraction => unit.Kind is UnitKind.Percent or UnitKind.Ratio,
        _ => quantity.Scale == 1 || unit.Kind == UnitKind.Count,
    };

    private static Agreement Judge(Quantity quantity, decimal value, Unit unit, string says)
    {
        if (!quantity.IsSigned)
            value = Math.Abs(value);

        if (quantity.Form == QuantityForm.Fraction)
        {
            var share = unit.Kind == UnitKind.Percent ? value / 100 : value;
            var (numerator, denominator) = Nearest(share, Math.Clamp(quantity.Denominator, 6, 1_000));
            return numerator * quantity.Denominator == quantity.Number * denominator
                ? Agrees
                : Not(says, numerator == 0 || numerator == denominator ? Exact(value, unit) : $"{numerator}/{denominator}");
        }

        if (Rounds(value * unit.Scale / quantity.Scale, quantity) || (quantity.Scale == 1 && Rounds(value, quantity)))
            return Agrees;

        return Not(says, Exact(value, unit), Rounded(quantity, value, unit));
    }

    private static bool Rounds(decimal value, Quantity quantity) =>
        Math.Round(value, quantity.Decimals, MidpointRounding.AwayFromZero) == quantity.Number;

    /// <summary>The fraction nearest to a share, with as small a denominator as may be. Whole numbers are fractions too, so that
    /// 97 percent is not nine tenths.</summary>
    private static (decimal Numerator, decimal Denominator) Nearest(decimal share, decimal largest)
    {
        var best = (Numerator: 0m, Denominator: 1m);
        for (var denominator = 1m; denominator <= largest; denominator++)
        {
            var numerator = Math.Round(share * denominator, MidpointRounding.AwayFromZero);
            if (Math.Abs(share - numerator / denominator) < Math.Abs(share - best.Numerator / best.Denominator))
                best = (numerator, denominator);
        }

        return best;
    }

    private static Agreement Not(string says, params string[] write)
    {
        var forms = write.Where(form => form.Length > 0).Distinct().Select(form => $"'{form}'").ToList();
        return new(false, forms.Count == 0 ? $"{says}." : $"{says}; write {string.Join(" or ", forms)}.");
    }

    /// <summary>The value as the row has it, with the scale or sign that prose needs.</summary>
    private static string Exact(decimal value, Unit unit) => unit.Kind switch
    {
        UnitKind.Percent => $"{Digits(value, Places(value))} %",
        UnitKind.Points => $"{Digits(value, Places(value))} points",
        UnitKind.Ratio when unit == Ratio => $"{Digits(value, Places(value))} times",
        _ => Digits(value, value.Scale) + Spaced(unit.ScaleWords),
    };

    /// <summary>The value rounded as the words round theirs; empty where that leaves nothing.</summary>
    private static string Rounded(Quantity quantity, decimal value, Unit unit)
    {
        var full = quantity.Scale == 1 && unit.Scale > 1 && quantity.Number >= unit.Scale ? value * unit.Scale : value;
        if (quantity.Scale != 1)
            full = value * unit.Scale / quantity.Scale;
        var rounded = Math.Round(full, quantity.Decimals, MidpointRounding.AwayFromZero);
        if (rounded == 0)
            return "";

        return Digits(rounded, quantity.Decimals) + quantity.Form switch
        {
            QuantityForm.Percent => " %",
            QuantityForm.Points => " points",
            QuantityForm.Times => " times",
            _ when quantity.Scale != 1 => quantity.ScaleWords,
            _ when full == value => Spaced(unit.ScaleWords),
            _ => "",
        };
    }

    private static string Write(decimal value, Unit unit) => unit.Kind switch
    {
        UnitKind.Count => $"{Digits(value, value.Scale)} {unit.Words}".TrimEnd(),
        UnitKind.Points => $"{Digits(value, value.Scale)} points",
        UnitKind.Percent => $"{Digits(value, value.Scale)} %",
        _ => Digits(value, value.Scale),
    };

    // A computed share has endless digits; one is what people write.
    private static int Places(decimal value) => value.Scale > 6 ? 1 : value.Scale;

    // Latin scale words are set apart, characters are not.
    private static string Spaced(string words) => words.Length > 0 && words[0] < '\u2e80' ? " " + words : words;

    private static string Digits(decimal value, int decimals) =>
        Math.Round(value, decimals, MidpointRounding.AwayFromZero).ToString($"N{decimals}", CultureInfo.InvariantCulture);
}
