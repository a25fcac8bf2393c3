using LastTrainHome.Library;

namespace LastTrainHome.Web.Display;

/// <summary>What readers call a kind of page.</summary>
public static class KindDisplay
{
    public static string Singular(PageKind kind) => kind switch
    {
        PageKind.Documentary => "film",
        PageKind.Theme => "theme",
        PageKind.Section => "chapter",
        PageKind.Statistic => "number",
        PageKind.Term => "word",
        PageKind.Scene => "scene",
        PageKind.Claim => "statement checked",
        PageKind.Event => "event",
        PageKind.Person => "person",
        PageKind.Place => "place",
        PageKind.Lesson => "lesson",
        PageKind.Source => "source",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Plural(PageKind kind) => kind switch
    {
        PageKind.Documentary => "the film",
        PageKind.Person => "people",
        PageKind.Claim => "statements checked",
        _ => Singular(kind) + "s",
    };

    /// <summary>A number with the matching form of the name: <c>1 chapter</c>, <c>6 chapters</c>.</summary>
    public static string Count(int count, PageKind kind) =>
        $"{DisplayFormat.Whole(count)} {(count == 1 ? Singular(kind) : Plural(kind))}";
}
