namespace LastTrainHome.Web.Prepared;

/// <summary>How public pages are served.</summary>
public sealed class PagesOptions
{
    public const string Section = "Pages";

    /// <summary>Whether public pages are rendered once per edition and served from memory; otherwise once per request.</summary>
    public bool Prepared { get; set; } = true;

    /// <summary>How many bytes of prepared pages are held in memory, all their encodings together.</summary>
    public long MaxBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>Whether requests answered from memory are written to the log like all others.</summary>
    public bool AccessLog { get; set; }
}
