using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;

namespace LastTrainHome.Web.Display;

/// <summary>How numbers, days and times are written for people: in the study's own language, which is the current culture while a page is made
/// (<see cref="StudyCultureFilter"/>). Elsewhere the process's invariant culture writes them as English does.</summary>
public static partial class DisplayFormat
{
    private static readonly ConcurrentDictionary<string, Patterns> Known = new(StringComparer.Ordinal);

    private static CultureInfo Culture => CultureInfo.CurrentCulture;

    /// <summary>The culture of a language, counting years as the content does: the Gregorian calendar, also where another is usual.</summary>
    /// <param name="language">BCP 47. One that is not known is written as English is.</param>
    public static CultureInfo CultureOf(string language)
    {
        try
        {
            var culture = (CultureInfo)CultureInfo.GetCultureInfo(language).Clone();
            if (culture.Calendar is not GregorianCalendar)
                culture.DateTimeFormat.Calendar = culture.OptionalCalendars.OfType<GregorianCalendar>().FirstOrDefault() ?? culture.Calendar;
            culture.NumberFormat.NegativeSign = "-"; // each page makes a minus sign of it where a reader sees it
            return culture;
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.InvariantCulture;
        }
    }

    /// <summary><c>5,000</c></summary>
    public static string Whole(long number) => number.ToString("N0", Culture);

    /// <summary><c>22.3</c></summary>
    public static string OneDecimal(double number) => number.ToString("N1", Culture);

    /// <summary>A value as its source writes it, its thousands set apart: <c>288,328</c>, <c>171.70</c>.</summary>
    /// <param name="written">As in the table: digits with an optional sign and decimal point.</param>
    public static string Number(string written)
    {
        var point = written.IndexOf('.', StringComparison.Ordinal);
        var (whole, decimals) = point < 0 ? (written, "") : (written[..point], written[(point + 1)..]);
        if (!long.TryParse(whole, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) || !decimals.All(char.IsAsciiDigit))
            return written;
        var shown = whole.TrimStart('-').Length < 4 ? whole : value.ToString("N0", Culture);
        return point < 0 ? shown : shown + Culture.NumberFormat.NumberDecimalSeparator + decimals;
    }

    /// <summary><c>25 January 2008</c></summary>
    public static string Day(DateTime day) => day.ToString(Pattern.Day, Culture);

    /// <summary><c>25 Jan 2008</c></summary>
    public static string ShortDay(DateTime day) => day.ToString(Pattern.ShortDay, Culture);

    /// <summary><c>Fri 25 Jan, 20:00</c></summary>
    public static string WeekdayAndTime(DateTime at) => at.ToString(Pattern.Weekday, Culture) + ", " + Time(at);

    /// <summary><c>January 2008</c></summary>
    public static string Month(DateTime month) => month.ToString(Pattern.Month, Culture);

    /// <summary><c>20:00</c>, in every language.</summary>
    public static string Time(DateTime at) => at.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static Patterns Pattern => Known.GetOrAdd(Culture.Name, static (_, culture) => Patterns.Of(culture), Culture);

    private sealed partial record Patterns(string Day, string ShortDay, string Weekday, string Month)
    {
        public static Patterns Of(CultureInfo culture)
        {
            // English is written in many orders; the study's is the day first.
            if (culture.Name.Length == 0 || culture.TwoLetterISOLanguageName == "en")
                return new("d MMMM yyyy", "d MMM yyyy", "ddd d MMM", "MMMM yyyy");
            var day = LongWeekday().Replace(culture.DateTimeFormat.LongDatePattern, " ").Trim(' ', ',');
            var monthAndDay = culture.DateTimeFormat.MonthDayPattern.Replace("MMMM", "MMM", StringComparison.Ordinal);
            return new(day, day.Replace("MMMM", "MMM", StringComparison.Ordinal), $"ddd {monthAndDay}", culture.DateTimeFormat.YearMonthPattern);
        }

        [GeneratedRegex(@"[\s,]*dddd[\s,]*")]
        private static partial Regex LongWeekday();
    }
}
