using System.Diagnostics;
using System.Text.RegularExpressions;
using Xunit;

namespace LastTrainHome.Tests;

/// <summary>The built program as a process of its own. It is waited for by the lines it writes, and killed where a test ends before it does.</summary>
internal sealed partial class Running : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly List<string> answer = [];
    private readonly List<string> said = [];
    private readonly SemaphoreSlim more = new(0);
    private volatile bool isSilent;

    private Running(string folder, string[] arguments, IReadOnlyDictionary<string, string> environment)
    {
        process = new()
        {
            StartInfo = new("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true },
        };
        foreach (var (name, value) in environment)
            process.StartInfo.Environment[name] = value;
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { } text)
                lock (answer)
                    answer.Add(text);
        };
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>The program as it was built with these tests.</summary>
    public static string Program { get; } = Repository.Path(["src", "LastTrainHome", "bin", .. Built, "LastTrainHome.dll"]);

    public static string Configuration => Built[0];

    // Debug and net10.0: the end of the path to these tests.
    private static string[] Built => Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory).Split(Path.DirectorySeparatorChar)[^2..];

    /// <summary>Starts <c>dotnet</c> in a folder.</summary>
    public static Running Start(string folder, params string[] arguments) => new(folder, arguments, new Dictionary<string, string>());

    /// <summary>Starts <c>dotnet</c> in a folder, on a machine that speaks a language of its own.</summary>
    /// <param name="language">As the environment says it: <c>de_DE.UTF-8</c>.</param>
    public static Running StartIn(string language, string folder, params string[] arguments) =>
        new(folder, arguments, new Dictionary<string, string> { ["LC_ALL"] = language, ["LANG"] = language });

    public int Id => process.Id;

    /// <summary>What it wrote to standard output.</summary>
    public string Answer => Text(answer);

    /// <summary>What it wrote to standard error.</summary>
    public string Said => Text(said);

    /// <summary>Waits until a line on standard error matches, and gives its first group.</summary>
    public async Task<string> HearsAsync(Regex wanted)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            lock (said)
                if (said.Select(line => wanted.Match(line)).FirstOrDefault(match => match.Success) is { } found)
                    return found.Groups[1].Value;
            Assert.False(isSilent, $"It ended, and said only: {Said}");
            await more.WaitAsync(patience.Token);
        }
    }

    /// <summary>Waits until a server listens.</summary>
    /// <returns>Its address.</returns>
    public async Task<Uri> ListensAsync() => new(await HearsAsync(Listening()));

    /// <summary>Waits until it ends of itself.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> EndsAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode;
    }

    /// <summary>Asks it to stop, as an operator's <c>systemctl stop</c> and a container do.</summary>
    public void Stop() => Process.Start("kill", ["-TERM", $"{Id}"]).Dispose();

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
        more.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
            isSilent = true; // the end is news too: whoever waits for a line must see that none will come
        else
            lock (said)
                said.Add(line);
        more.Release();
    }

    private static string Text(List<string> lines)
    {
        lock (lines)
            return string.Join('\n', lines);
    }

    [GeneratedRegex("Now listening on: (.+)$")]
    private static partial Regex Listening();
}
