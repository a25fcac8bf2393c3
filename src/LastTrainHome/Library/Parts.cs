using System.Text.RegularExpressions;

namespace LastTrainHome.Library;

/// <summary>Units that are parts of a whole.</summary>
public static partial class Parts
{
    /// <summary>Whether a unit is parts of a hundred: <c>percent</c>, <c>% of households</c>.</summary>
    public static bool IsPercent(string unit) => Percent().IsMatch(unit);

    [GeneratedRegex(@"^\s*(?!percentage\s+points?|百分[点點])(percent|per\s+cent|%|％|百分)", RegexOptions.IgnoreCase)]
    private static partial Regex Percent();
}
