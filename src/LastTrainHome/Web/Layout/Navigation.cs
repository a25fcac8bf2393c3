using System.Security.Claims;
using LastTrainHome.Accounts;
using LastTrainHome.Web.Security;

namespace LastTrainHome.Web.Layout;

/// <summary>Where every page leads, by what somebody wants.</summary>
public static class Navigation
{
    /// <summary>Where editors read what is reported.</summary>
    public const string Desk = "/desk/reports";

    private static readonly (string Heading, (string Address, string Name)[] Pages)[] Everybodys =
    [
        ("Read", [("/themes", "Themes"), ("/sections", "Chapters"), ("/scenes", "Scenes"), ("/timeline", "Timeline")]),
        ("Question", [("/statistics", "Numbers"), ("/compare", "Compare two"), ("/claims", "Statements checked"), ("/sources", "Sources")]),
        ("Look up", [("/terms", "Words"), ("/people", "People"), ("/places", "Places"), ("/search", "Search"), ("/my-work", "Kept on this device")]),
        ("Teach", [("/lessons", "Lessons"), ("/about", "About"), ("/about/design", "How it looks, and why"), ("/settings", "Reading settings"), ("/offline", "Without a connection")]),
    ];

    private static readonly (string Address, string Name)[] Nobodys = [("/join", "Join a class"), ("/sign-in", "Sign in")];

    /// <summary>Where one goes as oneself, the most used first; or into a class. The foot of every page shows all of it, the head what it has room for.</summary>
    public static (string Address, string Name)[] Own(ClaimsPrincipal user) => user.Identity?.IsAuthenticated != true
        ? Nobodys
        :
        [
            .. user.IsInRole(Role.Student) ? new[] { ("/study", "Your work") } : [],
            .. user.IsInRole(Role.Teacher) ? new[] { ("/teach", "Your classes") } : [],
            .. user.IsAtDesk() ? new[] { (Desk, "Editing") } : [],
            .. user.IsInRole(Role.Owner) ? new[] { ("/staff", "Staff") } : [],
            ("/account", "Account"), ("/sign-out", "Sign out"),
        ];

    /// <summary>The index of the whole, at the foot of every page.</summary>
    public static IEnumerable<(string Heading, (string Address, string Name)[] Pages)> All(ClaimsPrincipal user) => [.. Everybodys, (user.Identity?.IsAuthenticated == true ? "Yours" : "Classes", [.. Own(user), ("/privacy", "Privacy")])];

    /// <summary>What the page at a path is called there, or null.</summary>
    public static string? NameOf(string path) => Everybodys.SelectMany(way => way.Pages).Concat(Nobodys).FirstOrDefault(page => page.Address == path).Name;
}
