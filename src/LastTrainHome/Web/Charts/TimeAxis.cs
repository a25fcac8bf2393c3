using System.Globalization;

namespace LastTrainHome.Web.Charts;

/// <summary>Where a period stands on the axis of time.</summary>
public static class TimeAxis
{
    /// <summary>The period's middle in years: 2008.5 for the year 2008, a little more than 2008 for its first days.</summary>
    /// <param name="period"><c>2008</c>, <c>2008-Q1</c>, <c>2008-01</c> or <c>2008-01-26</c>.</param>
    public static double YearOf(string period)
    {
        var year = int.Parse(period.AsSpan(0, 4), CultureInfo.InvariantCulture);
        return period.Length switch
        {
            4 => year + 0.5,
            7 when period[5] == 'Q' => year + (period[6] - '1' + 0.5) / 4,
            7 => year + (int.Parse(period.AsSpan(5), CultureInfo.InvariantCulture) - 0.5) / 12,
            _ => year + (DateOnly.ParseExact(period, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayOfYear - 0.5) / 366,
        };
    }
}
