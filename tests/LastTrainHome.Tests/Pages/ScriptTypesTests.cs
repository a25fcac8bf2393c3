using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using Xunit;

namespace LastTrainHome.Tests.Pages;

/// <summary>What the scripts say about their types is so: TypeScript's own compiler reads them, one <c>jsconfig*.json</c> after the other, and makes nothing.</summary>
public sealed class ScriptTypesTests : IDisposable
{
    private static readonly string Web = Repository.Path("src", "LastTrainHome");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    public void Dispose() => folder.Delete(recursive: true);

    public static TheoryData<string> Plans => [.. Directory.EnumerateFiles(Web, "jsconfig*.json").Select(file => Path.GetFileName(file)).Order()];

    [Theory, MemberData(nameof(Plans))]
    public async Task Every_script_holds_what_its_types_say(string plan)
    {
        var (code, said) = await CompilerAsync("--project", Path.Combine(Web, plan));

        Assert.True(code == 0, said);
    }

    [Fact]
    public async Task Every_script_is_read()
    {
        var read = new List<string>();
        foreach (var plan in Plans)
        {
            var (_, files) = await CompilerAsync("--project", Path.Combine(Web, plan.Data), "--listFilesOnly");
            read.AddRange(files.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Path.GetFullPath));
        }

        Assert.Empty(Directory.EnumerateFiles(Path.Combine(Web, "wwwroot"), "*.js", SearchOption.AllDirectories).Except(read));
    }

    [Fact]
    public async Task A_type_that_does_not_hold_is_told_with_file_and_line()
    {
        var plan = Path.Combine(folder.FullName, "jsconfig.json");
        await File.WriteAllTextAsync(plan, $$"""{ "extends": "{{Web.Replace('\\', '/')}}/jsconfig.json", "include": ["*.js"], "exclude": [] }""", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "wrong.js"), """
            import { keep } from '/js/device-storage.js';

            keep('sections/no-seats', { title: 7 });
            """, TestContext.Current.CancellationToken);

        var (code, said) = await CompilerAsync("--project", plan);

        Assert.NotEqual(0, code);
        Assert.Contains("wrong.js(3,29): error TS2322: Type 'number' is not assignable to type 'string'.", said);
    }

    /// <summary>Runs the compiler for this system that lies in the package.</summary>
    private static async Task<(int Code, string Said)> CompilerAsync(params string[] arguments)
    {
        var system = OperatingSystem.IsWindows() ? "win32" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
        var kind = $"{system}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";
        var compilers = typeof(ScriptTypesTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Compilers").Value!;
        var compiler = Path.Combine(compilers, kind, OperatingSystem.IsWindows() ? "tsc.exe" : "tsc");
        Assert.SkipUnless(File.Exists(compiler), $"There is no compiler for {kind}, so the scripts' types are not checked here.");

        using var process = Process.Start(new ProcessStartInfo(compiler, [.. arguments, "--pretty", "false"]) { WorkingDirectory = Web, RedirectStandardOutput = true })!;
        var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, said);
    }
}
