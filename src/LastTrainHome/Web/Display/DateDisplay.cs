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
        10 when DateOnly.TryParseExact(date, "yyyy-MM-dd", out var day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
        7 when DateOnly.TryParseExact(date + "-01", "yyyy-MM-dd", out var month) => month.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        7 when date[4..6] == "-Q" => $"{date[..4]}, quarter {date[6]}",
        _ => date,
    };

    /// <summary>The name of a statistic's row: its period, or the label of a category or named figure.</summary>
    public static string OfRow(Statistic statistic, Observation cell) =>
        statistic.Shape == StatisticShape.Series ? Of(cell.Row) : cell.Label ?? cell.Row;
}
