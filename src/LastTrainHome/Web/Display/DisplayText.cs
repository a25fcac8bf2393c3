namespace LastTrainHome.Web.Display;

/// <summary>Phrases that several pages share. The code keeps the field's terms; readers see the same plain words everywhere.</summary>
public static class DisplayText
{
    public const string Essay = "the essay";
    public const string CountingChanged = "counting changed here";
    public const string WhoIsCounted = "Who is counted";
    public const string WhereFrom = "Where does this number come from?";
    public const string ContentNote = "Content note";

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

    /// <summary>The text with its first letter in upper case.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
