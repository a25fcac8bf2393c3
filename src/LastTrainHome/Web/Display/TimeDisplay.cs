using System.Globalization;
using System.Text.Encodings.Web;
using LastTrainHome.Classroom;
using Microsoft.AspNetCore.Html;

namespace LastTrainHome.Web.Display;

/// <summary>Instants on screen: by the clock of the class, which is named.</summary>
public static class TimeDisplay
{
    /// <summary><c>Mon 9 Nov, 20:00 (Amsterdam)</c>, with the instant for scripts that tell it by the reader's own clock.</summary>
    public static IHtmlContent Show(DateTime utc, string zone)
    {
        var local = DisplayFormat.WeekdayAndTime(ClassTime.ToLocal(utc, zone));
        return new HtmlString($"<time datetime=\"{utc.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture)}Z\">{local} ({HtmlEncoder.Default.Encode(City(zone))})</time>");
    }

    /// <summary>What a zone is called in a sentence: its city.</summary>
    public static string City(string zone) => zone[(zone.LastIndexOf('/') + 1)..].Replace('_', ' ');
}
