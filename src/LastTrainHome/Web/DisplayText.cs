using System.Globalization;
using LastTrainHome.Library;

namespace LastTrainHome.Web;

/// <summary>The words on screen. The code keeps the field's terms; readers see plain ones, and see the same one everywhere.</summary>
public static class DisplayText
{
    public const string Essay = "the essay";
    public const string CountingChanged = "counting changed here";
    public const string WhoIsCounted = "Who is counted";
    public const string WhereFrom = "Where does this number come from?";
    public const string ContentNote = "Content note";

    /// <summary>How many words are read in a minute, by somebody who reads English as a foreign language.</summary>
    private const double WordsAMinute = 180;

    public static string One(PageKind kind) => kind switch
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

    public static string Many(PageKind kind) => kind switch
    {
        PageKind.Documentary => "the film",
        PageKind.Person => "people",
        PageKind.Claim => "statements checked",
        _ => One(kind) + "s",
    };

    /// <summary>The kind's index, where there is one: <c>/statistics</c>.</summary>
    public static string Index(PageKind kind) => kind switch
    {
        PageKind.Documentary => "/",
        PageKind.Event => "/timeline",
        _ => "/" + kind.Folder(),
    };

    /// <summary>What the evidence says. About the evidence, never about the person.</summary>
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Holds => "the evidence agrees",
        Verdict.NeedsContext => "needs context",
        Verdict.MixesDefinitions => "two different counts",
        Verdict.Forecast => "a forecast, not an outcome",
        Verdict.Contradicted => "contradicted by the evidence",
        Verdict.Unverified => "no source found",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict)),
    };

    /// <summary>The verdict's class in the style sheets: red is for what the evidence does not bear.</summary>
    public static string ClassOf(Verdict verdict) => verdict switch
    {
        Verdict.Holds => "verdict holds",
        Verdict.NeedsContext or Verdict.Unverified => "verdict open",
        _ => "verdict against",
    };

    /// <summary>How far a value can be relied on; empty where nothing need be said.</summary>
    public static string Of(ObservationStatus status) => status switch
    {
        ObservationStatus.Final => "",
        ObservationStatus.Preliminary => "preliminary",
        ObservationStatus.Forecast => "forecast",
        ObservationStatus.Calculated => "calculated",
        ObservationStatus.Quoted => "as quoted",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>The same in a sentence.</summary>
    public static string Explained(ObservationStatus status) => status switch
    {
        ObservationStatus.Final => "The figure its source gives.",
        ObservationStatus.Preliminary => "A first figure, which its source may correct.",
        ObservationStatus.Forecast => "Expected beforehand. Not what happened.",
        ObservationStatus.Calculated => "Counted from other figures. The note gives the sum.",
        ObservationStatus.Quoted => "As another text prints it. This study does not vouch for it.",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>What has become of a report.</summary>
    public static string Of(Store.ReportState state) => state switch
    {
        Store.ReportState.Open => "open",
        Store.ReportState.Mended => "mended",
        Store.ReportState.NotAMistake => "not a mistake",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>What an account may do: <c>teacher</c>, <c>administrator</c>.</summary>
    public static string OfRole(string role) => role == Accounts.Role.Owner ? "administrator" : role;

    public static int Minutes(int words) => Math.Max(1, (int)Math.Round(words / WordsAMinute));

    /// <summary>The same in words: <c>1 minute</c>, <c>4 minutes</c>.</summary>
    public static string InMinutes(int words) => Minutes(words) is var minutes && minutes == 1 ? "1 minute" : $"{minutes} minutes";

    /// <summary>A number with a word that agrees with it: <c>1 chapter</c>, <c>6 chapters</c>.</summary>
    public static string Count(int count, PageKind kind) => $"{DisplayFormat.Whole(count)} {(count == 1 ? One(kind) : Many(kind))}";

    /// <summary>A date as exactly as it is known: <c>25 January 2008</c>, <c>January 2008</c>, <c>2008</c>; any other period as it is.</summary>
    public static string Date(string date) => date.Length switch
    {
        10 when DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => DisplayFormat.Day(day.ToDateTime(TimeOnly.MinValue)),
        7 when DateOnly.TryParseExact(date + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) => DisplayFormat.Month(month.ToDateTime(TimeOnly.MinValue)),
        7 when date[4..6] == "-Q" => $"{date[..4]}, quarter {date[6]}",
        _ => date,
    };

    /// <summary>A row in words: its period, or what a category or a named figure is called.</summary>
    public static string Row(Statistic statistic, Observation cell) => statistic.Shape == StatisticShape.Series ? Date(cell.Row) : cell.Label ?? cell.Row;

    /// <summary>A value as its source writes it, its thousands set apart: <c>288,328</c>, <c>171.70</c>.</summary>
    public static string Number(string written) => DisplayFormat.Number(written);

    /// <summary>How much it is: <c>+22.3 %, +31.31 million people</c>.</summary>
    public static string Of(Change change) => $"{(change.Percent is { } percent ? $"{Signed(DisplayFormat.OneDecimal(percent))} %, " : "")}{Signed(Written(change.Difference))} {change.Unit}";

    /// <summary>How it is worked out: <c>171.72 − 140.41 = 31.31 million people; 31.31 ÷ 140.41 = 22.3 %</c>.</summary>
    public static string Sum(Change change)
    {
        var (from, to, difference) = (Minus(Number(change.From.Written)), Minus(Number(change.To.Written)), Minus(Written(change.Difference)));
        var less = change.From.Value < 0 ? $"({from})" : from;
        return $"{to} − {less} = {difference} {change.Unit}{(change.Percent is { } percent ? $"; {difference} ÷ {less} = {Minus(DisplayFormat.OneDecimal(percent))} %" : "")}";
    }

    private static string Written(decimal value) => Number(value.ToString(CultureInfo.InvariantCulture));

    private static string Signed(string number) => number.StartsWith('-') ? Minus(number) : "+" + number;

    private static string Minus(string number) => number.Replace('-', '−');

    public static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}
