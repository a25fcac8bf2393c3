using System.Globalization;
using System.Text.RegularExpressions;

namespace LastTrainHome.Web.Layout;

/// <summary>The colours of the site by their role, as the style sheet names them, and how well one is read on another.</summary>
public sealed partial class Palette
{
    /// <summary>Every role that is read or seen on another: front, back, the least contrast it needs, and what for.</summary>
    public static readonly IReadOnlyList<Use> Uses =
    [
        new("ink", "paper", 7, "Text on the page"),
        new("ink", "sheet", 7, "Text on signs, tickets, questions"),
        new("ink", "lit", 7, "Words found by the search"),
        new("soft", "paper", 4.5, "Leads, captions, references"),
        new("soft", "sheet", 4.5, "The same on signs"),
        new("green", "paper", 4.5, "Labels, originals, what the evidence bears"),
        new("green", "sheet", 4.5, "The same on signs"),
        new("amber", "paper", 4.5, "Content notes, figures that are not final"),
        new("amber", "sheet", 4.5, "The same on tickets"),
        new("signal", "paper", 4.5, "Counting changed here; what the evidence does not bear"),
        new("signal", "sheet", 4.5, "The same on signs"),
        new("rail", "paper", 3, "Lines, stations, charts"),
        new("edge", "paper", 3, "Edges of what can be filled in or pressed"),
        new("edge", "sheet", 3, "The same on signs"),
        new("carriage-ink", "carriage", 7, "Names in the head, the foot, on buttons"),
        new("carriage-soft", "carriage", 4.5, "Ways in the head and the foot"),
        new("carriage-ink", "carriage-deep", 7, "Themes in the head of a small screen"),
        new("stripe", "carriage", 4.5, "Where one is; labels on green"),
        new("window-ink", "window", 7, "A theme's name in its window"),
        new("window-soft", "window", 4.5, "Its question"),
        new("window-green", "window", 4.5, "Its original and its minutes"),
    ];

    private readonly Dictionary<string, Colour> roles;

    private Palette(Dictionary<string, Colour> roles) => this.roles = roles;

    public IEnumerable<KeyValuePair<string, Colour>> Roles => roles;

    /// <summary>Takes the roles from a style sheet: the first <c>:root</c> in it.</summary>
    public static Palette Read(string css)
    {
        var root = css[css.IndexOf(":root", StringComparison.Ordinal)..];
        return new(Role().Matches(root[..root.IndexOf('}', StringComparison.Ordinal)]).ToDictionary(
            role => role.Groups["name"].Value,
            role => new Colour(role.Groups["light"].Value, (role.Groups["dark"].Success ? role.Groups["dark"] : role.Groups["light"]).Value)));
    }

    /// <summary>How well a role is read on another, by day and by night, as WCAG 2 counts it: from 1 to 21, cut to two digits and never rounded up.</summary>
    public (double Light, double Dark) Contrast(Use use)
    {
        var (front, back) = (roles[use.Front], roles[use.Back]);
        return (Contrast(front.Light, back.Light), Contrast(front.Dark, back.Dark));
    }

    public static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return Math.Floor((Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05) * 100) / 100;
    }

    private static double Luminance(string hex)
    {
        var digits = hex.Length == 4 ? string.Concat(hex[1..].Select(digit => $"{digit}{digit}")) : hex[1..];
        double Channel(int place)
        {
            var share = int.Parse(digits.AsSpan(place, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Channel(0)) + (0.7152 * Channel(2)) + (0.0722 * Channel(4));
    }

    [GeneratedRegex(@"--(?<name>[a-z-]+):\s*(?:light-dark\()?(?<light>#[0-9a-f]{3,6})(?:,\s*(?<dark>#[0-9a-f]{3,6})\))?;")]
    private static partial Regex Role();

    /// <summary>A role's colour by day and by night: <c>#f6f3e9</c>.</summary>
    public sealed record Colour(string Light, string Dark);

    /// <param name="Front">The role in front, without the dashes: <c>ink</c>.</param>
    /// <param name="Least">The least contrast: 7 for what is read long, 4.5 for other words, 3 for shapes.</param>
    public sealed record Use(string Front, string Back, double Least, string For);
}
