namespace LastTrainHome.Library;

/// <summary>The figure most easily taken for another: in the same unit, near in time and size, and yet a count of something else.</summary>
/// <param name="Statistic">Where it stands.</param>
/// <param name="Cell">The figure.</param>
/// <param name="Difference">In one sentence, how the two differ.</param>
public sealed record LookAlike(Statistic Statistic, Observation Cell, string Difference)
{
    // Beyond this nobody confuses them: four years apart, or one four times the other.
    private const double FarApart = 1.4;
    private const double YearsAsFarAsDouble = 2;

    /// <summary>Finds it among statistics that have their series and observations; null where nothing is near.</summary>
    public static LookAlike? Of(Statistic statistic, Observation cell, IEnumerable<Statistic> others)
    {
        if (cell.Value is not > 0)
            return null;

        var one = Counted(statistic, cell);
        var near =
            from other in others
            from figure in other.Observations
            where other.Key == statistic.Key || IsWhole(other, figure)
            where figure is { Value: > 0 } && figure.Unit == cell.Unit && figure.Status is not ObservationStatus.Quoted
            let distance = Distance(statistic, cell, other, figure)
            where distance <= FarApart
            let counted = Counted(other, figure)
            where counted.Series.Counts != one.Series.Counts || other.Territory != statistic.Territory
            orderby distance, other.Position, figure.Position
            select new LookAlike(other, figure, Comparison.Of([one, counted]).Refusal!);
        return near.FirstOrDefault();
    }

    // A part of another whole is taken for nothing: neither a category nor a table's later columns.
    private static bool IsWhole(Statistic statistic, Observation cell) =>
        statistic.Shape == StatisticShape.Figures || (statistic.Shape == StatisticShape.Series && statistic.Series.Find(series => series.Name == cell.Column)!.Position == 0);

    // A named figure may say for itself who is counted; then it is a count of its own.
    private static Comparand Counted(Statistic statistic, Observation cell)
    {
        var series = statistic.Series.Find(series => series.Name == cell.Column)!;
        var isFigure = statistic.Shape == StatisticShape.Figures;
        return new(statistic, new()
        {
            StatisticKey = statistic.Key,
            Name = isFigure ? cell.Fragment : series.Name,
            Position = series.Position,
            Label = isFigure ? cell.Label ?? series.Label : series.Label,
            Counts = isFigure ? $"{statistic.Key}#{cell.Fragment}" : series.Counts,
            Definition = cell.Definition ?? series.Definition,
            Unit = cell.Unit,
        });
    }

    private static double Distance(Statistic a, Observation first, Statistic b, Observation second) =>
        Math.Abs(Math.Log2(first.Value!.Value / second.Value!.Value)) * Math.Log(2)
        + (Year(a, first) is { } here && Year(b, second) is { } there ? Math.Abs(here - there) / YearsAsFarAsDouble * Math.Log(2) : FarApart);

    private static int? Year(Statistic statistic, Observation cell) =>
        (cell.Date ?? statistic.Date ?? cell.Row) is { Length: >= 4 } date && int.TryParse(date.AsSpan(0, 4), out var year) ? year : null;
}
