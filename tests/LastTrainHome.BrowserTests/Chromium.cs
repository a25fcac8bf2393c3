using System.Diagnostics;

namespace LastTrainHome.BrowserTests;

/// <summary>The Chromium of this machine. Playwright's own download is not used.</summary>
internal static class Chromium
{
    public const string Missing =
        "There is no Chromium here: install it (Debian: apt-get install chromium-headless-shell fonts-noto-cjk), or set CHROMIUM to the path of one, and run the browser tests again.";

    // Debian's shell is the same engine without windows and tabs, and takes half the work.
    private const string Shell = "/usr/bin/chromium-headless-shell";

    private static readonly string[] Usual = [Shell, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    // The sandbox refuses to run as root. A page lives for a second here: what its scripts gain from being compiled for speed they never earn back.
    // The rest keeps the browser from speaking to anybody but the site.
    public static string[] Arguments =>
    [
        .. Environment.UserName == "root" ? ["--no-sandbox"] : Array.Empty<string>(),
        "--js-flags=--disable-optimizing-compilers --always-sparkplug",
        "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    /// <summary>Where Chromium is; it is installed first where that can be done without asking. Null where there is none.</summary>
    public static async Task<string?> FindAsync()
    {
        if (Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named)
            return File.Exists(named) ? named : null;
        if (Array.Find(Usual, File.Exists) is null && Environment.UserName == "root" && File.Exists("/usr/bin/apt-get"))
        {
            await RunAsync("apt-get", "update");
            await RunAsync("apt-get", "install", "--yes", "--no-install-recommends", "chromium-headless-shell", "fonts-noto-cjk");
            if (!File.Exists(Shell)) // older systems have none
                await RunAsync("apt-get", "install", "--yes", "--no-install-recommends", "chromium", "fonts-noto-cjk");
        }

        return Array.Find(Usual, File.Exists);
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["DEBIAN_FRONTEND"] = "noninteractive" } };
        using var process = Process.Start(start)!;
        await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync(), process.WaitForExitAsync());
    }
}
