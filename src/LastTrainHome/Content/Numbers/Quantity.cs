namespace LastTrainHome.Content.Numbers;

/// <summary>A number as prose writes it: "about 375.82 million", "14.3 %", "six times", "three quarters", "3亿".</summary>
/// <param name="Number">The number itself, before its scale word; of a fraction the numerator.</param>
/// <param name="Decimals">How many digits stand after the point.</param>
/// <param name="Scale">What the scale words multiply by; 1 where there are none.</param>
public sealed record Quantity(decimal Number, int Decimals = 0, decimal Scale = 1)
{
    public QuantityForm Form { get; init; }

    /// <summary>What a fraction divides by; else 1.</summary>
    public decimal Denominator { get; init; } = 1;

    /// <summary>The scale as it is written, with the space before it: " million", "亿".</summary>
    public string ScaleWords { get; init; } = "";

    /// <summary>A plus or minus is written.</summary>
    public bool IsSigned { get; init; }

    /// <summary>"by" stands before it: a change by a third, not to a third.</summary>
    public bool IsBy { get; init; }

    /// <summary>Where it begins in the words, in UTF-16 code units.</summary>
    public int Start { get; init; }

    public int Length { get; init; }

    public decimal Value => Number * Scale / Denominator;

    /// <summary>The numbers in the words of a link. Beside a number in digits or with a scale, years and mere number words are not
    /// counted: "22 % since 2008" and "34 for each of two lines" hold one; and so do "four hours" and "2021".</summary>
    public static IReadOnlyList<Quantity> Read(string words, string language = "en")
    {
        var found = NumberScan.Read(words, language)
            .Where(number => number.Quantity is not null)
            .ToLookup(number => number.Standing, number => number.Quantity!);
        IEnumerable<Quantity> plain = [.. found[Standing.Quantity], .. found[Standing.Small]];
        return plain.Any() ? [.. plain] : found[Standing.Word].Any() ? [.. found[Standing.Word]] : [.. found[Standing.Year]];
    }
}

public enum QuantityForm
{
    /// <summary>375.82 million; 1,340; four.</summary>
    Number,

    /// <summary>14.3 %.</summary>
    Percent,

    /// <summary>4.0 points, 4 percentage points.</summary>
    Points,

    /// <summary>six times, tenfold, 三倍.</summary>
    Times,

    /// <summary>three quarters, 1/3, one in five.</summary>
    Fraction,
}
