namespace LastTrainHome.Pages;

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
}
