using System.Globalization;

namespace LastTrainHome.Web.Display;

/// <summary>Figures as readers write them.</summary>
public static class NumberDisplay
{
    /// <summary>A value with the digits its source gives and separators between thousands: <c>288,328</c>, <c>171.70</c>.</summary>
    public static string Of(string written)
    {
        var point = written.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? written : written[..point];
        if (whole.TrimStart('-').Length < 4 || !long.TryParse(whole, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
            return written;
        return value.ToString("N0", CultureInfo.InvariantCulture) + (point < 0 ? "" : written[point..]);
    }
}
