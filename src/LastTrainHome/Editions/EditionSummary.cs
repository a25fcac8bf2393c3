using LastTrainHome.Store;

namespace LastTrainHome.Editions;

/// <summary>A recorded edition as the list of editions shows it.</summary>
public sealed record EditionSummary(
    string Id, DateTime RecordedAt, EditionOrigin Origin,
    int Pages, int BoundNumbers, int CalculatedNumbers, int PlainNumbers, bool IsCurrent);
