namespace LastTrainHome.Pages;

/// <summary>Where every page leads from its foot, by what somebody wants.</summary>
public static class Ways
{
    public static IReadOnlyList<(string Heading, (string Address, string Name)[] Pages)> All { get; } =
    [
        ("Read", [("/themes", "Themes"), ("/sections", "Chapters"), ("/scenes", "Scenes"), ("/timeline", "Timeline")]),
        ("Question", [("/statistics", "Numbers"), ("/compare", "Compare two"), ("/claims", "Statements checked"), ("/sources", "Sources")]),
        ("Look up", [("/terms", "Words"), ("/people", "People"), ("/places", "Places"), ("/search", "Search"), ("/my-work", "Kept on this device")]),
        ("Teach", [("/lessons", "Lessons"), ("/about", "About"), ("/about/design", "How it looks, and why"), ("/settings", "Reading settings"), ("/offline", "Without a connection")]),
        ("Classes", [("/join", "Join a class"), ("/sign-in", "Sign in"), ("/privacy", "Privacy")]),
    ];

    /// <summary>What the page at a path is called there, or null.</summary>
    public static string? NameOf(string path) => All.SelectMany(way => way.Pages).FirstOrDefault(page => page.Address == path).Name;
}
