using LastTrainHome.Library;

namespace LastTrainHome.Web.Display;

/// <summary>What readers are told about a verdict. The wording is about the evidence, never about the person who made the statement.</summary>
public static class VerdictDisplay
{
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Holds => "the evidence agrees",
        Verdict.NeedsContext => "needs context",
        Verdict.MixesDefinitions => "two different counts",
        Verdict.Forecast => "a forecast, not an outcome",
        Verdict.Contradicted => "contradicted by the evidence",
        Verdict.Unverified => "no source found",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict)),
    };

    /// <summary>The verdict's CSS classes. Red is reserved for what the evidence does not support.</summary>
    public static string ClassOf(Verdict verdict) => verdict switch
    {
        Verdict.Holds => "verdict holds",
        Verdict.NeedsContext or Verdict.Unverified => "verdict open",
        _ => "verdict against",
    };
}
