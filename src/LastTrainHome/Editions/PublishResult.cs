using LastTrainHome.Content;

namespace LastTrainHome.Editions;

/// <summary>The outcome of publishing a folder.</summary>
/// <param name="Edition">What was read, with its problems.</param>
/// <param name="IsNew">Whether readers now get another edition than before.</param>
public sealed record PublishResult(Edition Edition, bool IsNew);
