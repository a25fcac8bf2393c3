using System.Globalization;
using System.Text.RegularExpressions;

namespace LastTrainHome.Citations;

/// <summary>When a source was issued, as far as it is known.</summary>
internal sealed partial record CslDate(int? Year, int? Month, int? Day, int? LastYear, bool IsCirca, string? Words)
{
    public static CslDate? From(Json? json)
    {
        if (json is not Json.Fields fields)
            return null;
        var words = Field.Text(fields["literal"]) ?? Field.Text(fields["raw"]);
        var circa = fields["circa"] is Json.Constant { Raw: "true" } || Field.Text(fields["circa"]) is not (null or "false" or "0");
        if (fields["date-parts"] is Json.Items { Values: [Json.Items { Values: [var year, ..] parts }, ..] ranges } && Field.Whole(year) is { } from)
        {
            var to = ranges is [_, Json.Items { Values: [var last, ..] }] ? Field.Whole(last) : null;
            var month = At(parts, 1) is >= 1 and <= 12 and var known ? known : default(int?);
            return new(from, month, month is null ? null : At(parts, 2), to == from ? null : to, circa, words);
        }

        if (words is null)
            return null;
        var found = FourDigits().Match(words);
        return new(found.Success ? int.Parse(found.Value, CultureInfo.InvariantCulture) : null, null, null, null, circa, words);
    }

    /// <summary>The year as a reference gives it: <c>2009</c>, <c>c. 2023</c>, <c>2008–2010</c>; what stands there in words where no year does.</summary>
    public string? Label
    {
        get
        {
            if (Year is not { } year)
                return Words;
            var label = LastYear is { } last ? $"{Era(year)}–{Era(last)}" : Era(year);
            return IsCirca ? $"{Wording.Circa} {label}" : label;
        }
    }

    /// <summary><c>10 May 2013</c>, or null where no month is known.</summary>
    public string? InFull => Month is { } month && Year is { } year
        ? string.Join(' ', new[] { Day?.ToString(CultureInfo.InvariantCulture), Wording.Month(month), Era(year) }.Where(part => part is not null))
        : null;

    private static string Era(int year) => year < 0 ? $"{-year} {Wording.BeforeOurEra}" : year.ToString(CultureInfo.InvariantCulture);

    private static int? At(IReadOnlyList<Json> parts, int place) => place < parts.Count ? Field.Whole(parts[place]) : null;

    [GeneratedRegex(@"(?<![0-9])[12][0-9]{3}(?![0-9])")]
    private static partial Regex FourDigits();
}
