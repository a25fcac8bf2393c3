namespace LastTrainHome.Web.Display;

/// <summary>How long a text takes to read.</summary>
public static class ReadingTime
{
    /// <summary>The pace of somebody who reads English as a foreign language.</summary>
    private const double WordsPerMinute = 180;

    /// <summary>Whole minutes, at least one.</summary>
    public static int Minutes(int words) => Math.Max(1, (int)Math.Round(words / WordsPerMinute));

    /// <summary>The same in words: <c>1 minute</c>, <c>4 minutes</c>.</summary>
    public static string InWords(int words) => Minutes(words) is var minutes && minutes == 1 ? "1 minute" : $"{minutes} minutes";
}
