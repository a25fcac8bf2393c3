using System.Globalization;
using LastTrainHome.Library;

namespace LastTrainHome.Web.Display;

/// <summary>A change between two figures, and how it is calculated.</summary>
public static class ChangeDisplay
{
    /// <summary>The size of the change: <c>+22.3 %, +31.31 million people</c>.</summary>
    public static string Of(Change change)
    {
        var percent = change.Percent is { } share ? $"{Signed(DisplayFormat.OneDecimal(share))} %, " : "";
        return $"{percent}{Signed(Written(change.Difference))} {change.Unit}";
    }

    /// <summary>The calculation: <c>171.72 − 140.41 = 31.31 million people; 31.31 ÷ 140.41 = 22.3 %</c>.</summary>
    public static string Sum(Change change)
    {
        var to = Minus(NumberDisplay.Of(change.To.Written));
        var from = Minus(NumberDisplay.Of(change.From.Written));
        var subtrahend = change.From.Value < 0 ? $"({from})" : from;
        var difference = Minus(Written(change.Difference));
        var percent = change.Percent is { } share ? $"; {difference} ÷ {subtrahend} = {Minus(DisplayFormat.OneDecimal(share))} %" : "";
        return $"{to} − {subtrahend} = {difference} {change.Unit}{percent}";
    }

    private static string Written(decimal value) => NumberDisplay.Of(value.ToString(CultureInfo.InvariantCulture));

    private static string Signed(string number) => number.StartsWith('-') ? Minus(number) : "+" + number;

    private static string Minus(string number) => number.Replace('-', '−');
}
