using System.Net.Mail;

namespace LastTrainHome.Web;

/// <summary>Where the site stands in the world.</summary>
public sealed class SiteOptions
{
    public const string Section = "Site";

    /// <summary>The address readers use, <c>https://study.example</c>. Without it addresses are built from the request.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>Whether readers come over https, so that cookies may be kept to it.</summary>
    internal bool IsSecure => PublicUrl?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Where a mistake in a content file is reported; <c>{path}</c> stands for the file's path in the content folder.</summary>
    public string? EditUrl { get; set; }

    /// <summary>Whom to tell of a mistake where no page of a file is to be edited: an e-mail address, or the address of a page.</summary>
    public string? ReportTo { get; set; }

    internal bool CanReport =>
        string.IsNullOrEmpty(ReportTo) || MailAddress.TryCreate(ReportTo, out _) || (Uri.TryCreate(ReportTo, UriKind.Absolute, out var page) && page.Scheme is "http" or "https");
}
