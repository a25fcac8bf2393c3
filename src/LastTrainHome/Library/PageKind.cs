namespace LastTrainHome.Library;

/// <summary>The kinds of page a study has, in the order a reader meets them.</summary>
public enum PageKind
{
    Documentary,
    Theme,
    Section,
    Statistic,
    Term,
    Scene,
    Claim,
    Event,
    Person,
    Place,
    Lesson,
    Source,
}

/// <summary>How kinds are called in folders, addresses and keys.</summary>
public static class PageKinds
{
    private static readonly Dictionary<PageKind, string> Folders = new()
    {
        [PageKind.Documentary] = "documentary",
        [PageKind.Theme] = "themes",
        [PageKind.Section] = "sections",
        [PageKind.Statistic] = "statistics",
        [PageKind.Term] = "terms",
        [PageKind.Scene] = "scenes",
        [PageKind.Claim] = "claims",
        [PageKind.Event] = "events",
        [PageKind.Person] = "people",
        [PageKind.Place] = "places",
        [PageKind.Lesson] = "lessons",
        [PageKind.Source] = "sources",
    };

    private static readonly Dictionary<string, PageKind> Kinds = Folders.ToDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>The kind's folder in the content, which is also the first part of its addresses: <c>people</c>.</summary>
    public static string Folder(this PageKind kind) => Folders[kind];

    /// <summary>The kind whose folder this is, or null.</summary>
    public static PageKind? FromFolder(string folder) => Kinds.TryGetValue(folder, out var kind) ? kind : null;

    /// <summary>A page's key: <c>sections/no-seats</c>; the documentary's own is <c>documentary</c>.</summary>
    public static string Key(this PageKind kind, string slug) => kind == PageKind.Documentary ? "documentary" : $"{Folders[kind]}/{slug}";

    /// <summary>The key of the page at a path, <c>sections/no-seats</c> at <c>/sections/no-seats</c>; null for a path that no single page of the library has.</summary>
    public static string? KeyAt(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
    {
        [] => PageKind.Documentary.Key(""),
        [var folder, var slug] when FromFolder(folder) is { } kind => kind.Key(slug),
        _ => null,
    };

    /// <summary>A page's address on the site. Events live on the timeline, the documentary's own page is the front page.</summary>
    public static string Address(this PageKind kind, string slug) => kind switch
    {
        PageKind.Documentary => "/",
        PageKind.Event => $"/timeline#{slug}",
        _ => $"/{Folders[kind]}/{slug}",
    };
}
