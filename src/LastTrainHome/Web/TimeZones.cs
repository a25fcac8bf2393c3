using LastTrainHome.Classroom;

namespace LastTrainHome.Web;

/// <summary>The zones a class can tell its times in, by region, as a form offers them.</summary>
public static class TimeZones
{
    public const string Default = "UTC";

    private static readonly Lazy<IReadOnlyList<IGrouping<string, string>>> Known = new(() =>
        [.. TimeZoneInfo.GetSystemTimeZones()
            .Where(zone => zone.HasIanaId && zone.Id.Contains('/', StringComparison.Ordinal) && char.IsAsciiLetterUpper(zone.Id[0]) && !zone.Id.StartsWith("Etc/", StringComparison.Ordinal))
            .Select(zone => zone.Id)
            .Order(StringComparer.Ordinal)
            .GroupBy(id => id[..id.IndexOf('/', StringComparison.Ordinal)])]);

    /// <summary>IANA names by the part before the first stroke.</summary>
    public static IReadOnlyList<IGrouping<string, string>> ByRegion => Known.Value;

    /// <summary>What was chosen, or null where this machine does not know it.</summary>
    public static string? Read(string? chosen) => ClassTime.Knows(chosen) ? chosen : null;
}
