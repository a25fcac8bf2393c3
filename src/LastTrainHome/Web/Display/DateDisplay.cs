using System.Globalization;
using LastTrainHome.Library;

namespace LastTrainHome.Web.Display;

/// <summary>Dates and periods of the library as readers write them.</summary>
public static class DateDisplay
{
    /// <summary>A date as exactly as it is known: <c>25 January 2008</c>, <c>January 2008</c>, <c>2008</c>. Any other text is returned unchanged.</summary>
    /// <param name="date"><c>2008-01-25</c>, <c>2008-01</c>, <c>2008-Q1</c> or <c>2008</c>.</param>
    public static string Of(string date) => date.Length switch
    {
        10 when TryParse(date, out var day) => DisplayFormat.Day(day),
        7 when TryParse(date + "-01", out var month) => DisplayFormat.Month(month),
        7 when date[4..6] == "-Q" => $"{date[..4]}, quarter {date[6]}",
        _ => date,
    };

    /// <summary>The name of a statistic's row: its period, or the label of a category or named figure.</summary>
    public static string OfRow(Statistic statistic, Observation cell) =>
        statistic.Shape == StatisticShape.Series ? Of(cell.Row) : cell.Label ?? cell.Row;

    private static bool TryParse(string date, out DateTime day) =>
        DateTime.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
