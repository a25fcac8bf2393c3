namespace LastTrainHome.Web.Display;

/// <summary>Figures as readers write them.</summary>
public static class NumberDisplay
{
    /// <summary>A value with the digits its source gives and separators between thousands: <c>288,328</c>, <c>171.70</c>.</summary>
    public static string Of(string written) => DisplayFormat.Number(written);
}
