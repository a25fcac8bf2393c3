namespace LastTrainHome.Library;

/// <summary>One measurement: a table in which each value column says whom it counts.</summary>
public sealed class Statistic() : Page(PageKind.Statistic)
{
    public required StatisticShape Shape { get; init; }

    /// <summary>The unit of every column that names none of its own: <c>million people</c>.</summary>
    public required string Unit { get; init; }

    public required string Territory { get; init; }
    public required string Producer { get; init; }

    /// <summary>For a breakdown, the date all rows share.</summary>
    public string? Date { get; init; }

    public List<Series> Series { get; init; } = [];
    public List<Break> Breaks { get; init; } = [];

    /// <summary>Every cell of the table, gaps included, row by row.</summary>
    public List<Observation> Observations { get; init; } = [];
}

public enum StatisticShape
{
    /// <summary>Rows are periods.</summary>
    Series,

    /// <summary>Rows are categories of one date.</summary>
    Breakdown,

    /// <summary>Rows are single named figures.</summary>
    Figures,
}

/// <summary>A value column: one thing counted.</summary>
public sealed class Series
{
    public required string StatisticKey { get; init; }

    /// <summary>The column's header cell: <c>outbound</c>.</summary>
    public required string Name { get; init; }

    public required int Position { get; init; }
    public required string Label { get; init; }

    /// <summary>Who or what is counted, as a key: two series with the same one may share an axis.</summary>
    public required string Counts { get; init; }

    /// <summary>Who or what is counted, in words.</summary>
    public required string Definition { get; init; }

    public required string Unit { get; init; }
}

/// <summary>Counting changed here: no line is drawn from the period before to <see cref="At"/>, and no change is calculated across it.</summary>
public sealed class Break
{
    public required string StatisticKey { get; init; }
    public required int Position { get; init; }

    /// <summary>The first period counted in the new way.</summary>
    public required string At { get; init; }

    /// <summary>The columns it concerns; empty for all.</summary>
    public List<string> Columns { get; init; } = [];

    public required string Note { get; init; }

    /// <summary>Whether it parts two rows of a column, whichever of them comes first.</summary>
    /// <param name="rows">All rows of the table, in its order.</param>
    public bool LiesBetween(List<string> rows, string column, string one, string other)
    {
        var (early, late, at) = (rows.IndexOf(one), rows.IndexOf(other), rows.IndexOf(At));
        return (Columns.Count == 0 || Columns.Contains(column)) && at > Math.Min(early, late) && at <= Math.Max(early, late);
    }
}

/// <summary>One cell of a statistic's table.</summary>
public sealed class Observation
{
    public required string StatisticKey { get; init; }

    /// <summary>The period, category or name.</summary>
    public required string Row { get; init; }

    /// <summary>The value column.</summary>
    public required string Column { get; init; }

    /// <summary>The row's place in the table, from 0.</summary>
    public required int Position { get; init; }

    /// <summary>The value in <see cref="Unit"/>, or null for a gap.</summary>
    public double? Value { get; init; }

    /// <summary>The value with the digits its source gives, <c>171.70</c>; empty for a gap.</summary>
    public required string Written { get; init; }

    public required ObservationStatus Status { get; init; }

    /// <summary>The row in words: for a category or a named figure.</summary>
    public string? Label { get; init; }

    /// <summary>The date of a named figure.</summary>
    public string? Date { get; init; }

    /// <summary>The unit of this cell.</summary>
    public required string Unit { get; init; }

    /// <summary>Who is counted, where a named figure differs from its column.</summary>
    public string? Definition { get; init; }

    /// <summary>What the row says of itself; for a calculated value the sum.</summary>
    public string? Note { get; init; }

    /// <summary>Keys of the sources it was read in: <c>sources/nbs-mws-2021</c>.</summary>
    public List<string> SourceKeys { get; init; } = [];

    /// <summary>The fragment that leads to the cell: <c>2021-outbound</c>.</summary>
    public string Fragment => $"{Row}-{Column}";
}

/// <summary>How far a value can be relied on.</summary>
public enum ObservationStatus
{
    Final,
    Preliminary,
    Forecast,

    /// <summary>Counted from other values; the note gives the sum.</summary>
    Calculated,

    /// <summary>As another text prints it, not vouched for.</summary>
    Quoted,
}
