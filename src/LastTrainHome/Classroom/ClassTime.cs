using System.Globalization;

namespace LastTrainHome.Classroom;

/// <summary>Times as a class's clock shows them. They are kept in UTC, together with the zone they were meant in.</summary>
public static class ClassTime
{
    /// <summary>Whether this machine knows a zone by this name.</summary>
    public static bool Knows(string? zone) => zone is { Length: > 0 } && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) && found.HasIanaId;

    /// <summary>The instant at which a clock in the zone shows this time. Where the clock shows it twice (summer time ends) it is the first;
    /// where it never shows it (summer time begins) it is as much later as the clock jumps.</summary>
    /// <param name="local">Of no kind: what the clock shows.</param>
    /// <param name="zone">An IANA name.</param>
    /// <exception cref="TimeZoneNotFoundException">The zone is unknown.</exception>
    public static DateTime ToUtc(DateTime local, string zone)
    {
        var clock = TimeZoneInfo.FindSystemTimeZoneById(zone);
        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        var offset = clock.IsInvalidTime(local) ? clock.GetUtcOffset(local.AddDays(-1))
            : clock.IsAmbiguousTime(local) ? clock.GetAmbiguousTimeOffsets(local).Max()
            : clock.GetUtcOffset(local);
        return DateTime.SpecifyKind(local - offset, DateTimeKind.Utc);
    }

    /// <summary>Where a clock in the zone never shows this time, or shows it twice: what <see cref="ToUtc"/> made
    /// of it, in a sentence for the person who typed it; else null.</summary>
    public static string? Moved(DateTime local, string zone)
    {
        var clock = TimeZoneInfo.FindSystemTimeZoneById(zone);
        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        var typed = local.ToString("HH:mm", CultureInfo.InvariantCulture);
        return clock.IsInvalidTime(local) ? string.Create(CultureInfo.InvariantCulture, $"On that day the clock is put forward and never shows {typed}, so it is {ToLocal(ToUtc(local, zone), zone):HH:mm}.")
            : clock.IsAmbiguousTime(local) ? $"On that day the clock is put back and shows {typed} twice; it is the first of the two."
            : null;
    }

    /// <summary>What the clock in the zone shows at this instant.</summary>
    public static DateTime ToLocal(DateTime utc, string zone) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), TimeZoneInfo.FindSystemTimeZoneById(zone));

    /// <summary>The same for programs: <c>2026-11-09T20:00:00+01:00</c>.</summary>
    public static string Iso(DateTime utc, string zone)
    {
        var local = ToLocal(utc, zone);
        var offset = local - DateTime.SpecifyKind(utc, DateTimeKind.Unspecified);
        return new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), offset).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
    }

    /// <summary>When an assignment is due unless the teacher says otherwise: in a week, at eight in the evening by the class's clock.</summary>
    public static DateTime DefaultDue(DateTime utc, string zone) => ToUtc(ToLocal(utc, zone).Date.AddDays(7).AddHours(20), zone);
}
