using Microsoft.Playwright;

namespace LastTrainHome.BrowserTests;

/// <summary>With what eyes and hands a page is opened. The default is a phone of 320 px in daylight.</summary>
public sealed record Look
{
    public int Width { get; init; } = 320;
    public int Height { get; init; } = 720;
    public ColorScheme Scheme { get; init; } = ColorScheme.Light;
    public ReducedMotion Motion { get; init; } = ReducedMotion.NoPreference;

    /// <summary>Whether scripts run.</summary>
    public bool Script { get; init; } = true;

    /// <summary>Whether a finger is used and not a mouse.</summary>
    public bool Touch { get; init; }

    public static Look Wide { get; } = new() { Width = 1280, Height = 800 };
}
