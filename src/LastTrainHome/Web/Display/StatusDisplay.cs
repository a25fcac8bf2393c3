using LastTrainHome.Library;

namespace LastTrainHome.Web.Display;

/// <summary>How far a figure can be relied on, in readers' words.</summary>
public static class StatusDisplay
{
    /// <summary>A word or two to put beside a figure; empty where nothing need be said.</summary>
    public static string Of(ObservationStatus status) => status switch
    {
        ObservationStatus.Final => "",
        ObservationStatus.Preliminary => "preliminary",
        ObservationStatus.Forecast => "forecast",
        ObservationStatus.Calculated => "calculated",
        ObservationStatus.Quoted => "as quoted",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>The same as a full sentence.</summary>
    public static string Explain(ObservationStatus status) => status switch
    {
        ObservationStatus.Final => "The figure its source gives.",
        ObservationStatus.Preliminary => "A first figure, which its source may correct.",
        ObservationStatus.Forecast => "Expected beforehand. Not what happened.",
        ObservationStatus.Calculated => "Counted from other figures. The note gives the sum.",
        ObservationStatus.Quoted => "As another text prints it. This study does not vouch for it.",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };
}
