using LastTrainHome.Store;
using LastTrainHome.UseCases.Administering;
using LastTrainHome.UseCases.SigningIn;
using LastTrainHome.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace LastTrainHome.Pages;

/// <summary>What the site keeps about people, in plain words. The lists are read from the store's own description, so that they are true.</summary>
public sealed class PrivacyModel(AuditStore audit, IOptions<SiteOptions> site) : PageModel
{
    /// <summary>Everything in the store that somebody types freely.</summary>
    public IReadOnlyList<string> FreeTexts { get; private set; } = [];

    /// <summary>Every table and its columns.</summary>
    public IReadOnlyList<IGrouping<string, StoredColumn>> Tables { get; private set; } = [];

    /// <summary>The cookies' names, by what they are for.</summary>
    public (string Session, string Form, string Once) Cookies
    {
        get
        {
            var prefix = site.Value.IsSecure ? "__Host-" : "";
            return ($"{prefix}study", $"{prefix}form", $"{prefix}once");
        }
    }

    public static int ContactDays => ReportModel.ContactDays;
    public static int ReportDays => (int)Report.ClosedStays.TotalDays;
    public static int StudentDays => (int)Sessions.OfStudent.TotalDays;
    public static int StaffDays => (int)Sessions.OfStaff.TotalDays;
    public static int SharedHours => (int)Sessions.OnSharedDevice.TotalHours;

    public void OnGet()
    {
        var columns = audit.Columns();
        FreeTexts = [.. columns.Where(column => column.IsFreeText).Select(column => column.Holds).Where(holds => !holds.StartsWith("the same", StringComparison.Ordinal)).Distinct()];
        Tables = [.. columns.GroupBy(column => column.Table)];
    }
}
