using CsCheck;
using LastTrainHome.Classroom;
using Xunit;

namespace LastTrainHome.Tests.Classroom;

public sealed class ClassTimeTests
{
    // North and south, half and quarter hours, changes at midnight, a zone that moved across the date line, one that gave summer time up.
    private static readonly string[] Zones =
    [
        "Europe/Amsterdam", "America/New_York", "America/Sao_Paulo", "Australia/Lord_Howe", "Asia/Shanghai", "Asia/Kathmandu", "Pacific/Apia", "Africa/Cairo",
        "America/St_Johns", "Asia/Beirut", "Pacific/Chatham", "UTC",
    ];

    [Theory]
    [InlineData("2026-10-25T02:30", "Europe/Amsterdam", "2026-10-25T00:30")] // shown twice: the first
    [InlineData("2026-03-29T02:30", "Europe/Amsterdam", "2026-03-29T01:30")] // never shown: as much later as the clock jumps
    [InlineData("2026-11-09T20:00", "Europe/Amsterdam", "2026-11-09T19:00")]
    [InlineData("2026-07-09T20:00", "Europe/Amsterdam", "2026-07-09T18:00")]
    [InlineData("2026-02-17T20:00", "Asia/Shanghai", "2026-02-17T12:00")]
    public void A_clock_time_is_one_instant(string local, string zone, string utc) =>
        Assert.Equal(DateTime.Parse(utc), ClassTime.ToUtc(DateTime.Parse(local), zone));

    [Fact]
    public void The_wall_clock_that_was_set_is_the_one_that_is_shown_across_every_change_of_summer_time()
    {
        var seen = 0;
        Gen.Select(Gen.Int[0, Zones.Length - 1].Select(n => Zones[n]), Gen.Int[0, 1], Gen.Int[2010, 2030], Gen.Int[-180, 180]).Sample((name, which, year, minutes) =>
        {
            var zone = TimeZoneInfo.FindSystemTimeZoneById(name);
            var local = Change(zone, year, which).AddMinutes(minutes);
            var shown = ClassTime.ToLocal(ClassTime.ToUtc(local, name), name);
            Interlocked.Increment(ref seen);
            // What the clock skips is shown later on the same day, by the length of the jump and no more.
            return zone.IsInvalidTime(local) ? shown > local && !zone.IsInvalidTime(shown) && shown - local <= TimeSpan.FromDays(1) : shown == local;
        }, iter: 2_000);
        Assert.True(seen >= 2_000);
    }

    [Fact]
    public void Due_in_a_week_is_eight_in_the_evening_whatever_the_season()
    {
        Gen.Select(Gen.Int[0, Zones.Length - 1].Select(n => Zones[n]), Gen.DateTime[new(2010, 1, 1), new(2030, 1, 1)]).Sample((zone, now) =>
        {
            var utc = DateTime.SpecifyKind(now, DateTimeKind.Utc);
            var due = ClassTime.ToLocal(ClassTime.DefaultDue(utc, zone), zone);
            return due.TimeOfDay == TimeSpan.FromHours(20) && due.Date == ClassTime.ToLocal(utc, zone).Date.AddDays(7);
        }, iter: 1_000);
    }

    [Theory]
    [InlineData("Europe/Amsterdam", true)]
    [InlineData("UTC", true)]
    [InlineData("Mars/Olympus", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("../../etc/passwd", false)]
    public void A_zone_is_known_by_its_name(string? zone, bool known) => Assert.Equal(known, ClassTime.Knows(zone));

    // The n-th change of offset in a year, or some noon where there is none.
    private static DateTime Change(TimeZoneInfo zone, int year, int which)
    {
        var hours = Enumerable.Range(0, 366 * 24).Select(hour => new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddHours(hour));
        var changes = hours.Zip(hours.Skip(1)).Where(pair => zone.GetUtcOffset(pair.First) != zone.GetUtcOffset(pair.Second)).Select(pair => pair.Second).ToList();
        return changes.Count == 0 ? new(year, 6, 1, 12, 0, 0) : TimeZoneInfo.ConvertTimeFromUtc(changes[which % changes.Count], zone);
    }

    [Theory]
    [InlineData("2027-03-28T02:30", "never shows 02:30, so it is 03:30")]
    [InlineData("2027-10-31T02:30", "shows 02:30 twice")]
    [InlineData("2027-03-28T03:00", null)]
    public void A_time_the_clock_leaps_over_or_shows_twice_is_told(string typed, string? told)
    {
        var sentence = ClassTime.Moved(DateTime.Parse(typed, System.Globalization.CultureInfo.InvariantCulture), "Europe/Amsterdam");

        Assert.Equal(told is null, sentence is null);
        Assert.Contains(told ?? "", sentence ?? "", StringComparison.Ordinal);
    }
}
