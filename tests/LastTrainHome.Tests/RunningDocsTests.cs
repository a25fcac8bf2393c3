using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using LastTrainHome.Editions;
using Xunit;

namespace LastTrainHome.Tests;

/// <summary>What docs/running.md tells operators is so.</summary>
public sealed partial class RunningDocsTests : IDisposable
{
    private static readonly string Docs = File.ReadAllText(Repository.Path("docs", "running.md"));

    private readonly string root = Directory.CreateTempSubdirectory("running-").FullName;

    [Fact]
    public void The_settings_listed_are_the_settings_there_are()
    {
        var listed = Setting().Matches(Docs).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal);

        Assert.Equal(Defaults().Select(setting => setting.Key).Order(StringComparer.Ordinal), listed);
    }

    [Fact]
    public void The_settings_file_has_the_default_of_every_setting()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Repository.Path("src", "LastTrainHome", "appsettings.json")));
        var written = file.RootElement.EnumerateObject().SelectMany(section => section.Value.EnumerateObject()
            .Select(setting => KeyValuePair.Create($"{section.Name}:{setting.Name}", setting.Value.ValueKind == JsonValueKind.Null ? null : setting.Value.ToString())));

        Assert.Equal(Defaults().OrderBy(setting => setting.Key, StringComparer.Ordinal), written.OrderBy(setting => setting.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void A_push_with_a_mistake_is_refused_with_its_line_and_a_sound_one_is_published()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("The hooks are for the shell of a Unix server.");
            return;
        }

        var (bare, edit) = (Path.Combine(root, "study.git"), Path.Combine(root, "edit"));
        Git(root, $"init -q --bare -b main {bare}");
        foreach (Match hook in Hook().Matches(Docs))
        {
            var file = Path.Combine(bare, "hooks", hook.Groups[1].Value);
            File.WriteAllText(file, hook.Groups[2].Value);
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        Git(root, $"clone -q {bare} {edit}");
        Copy(Repository.Path("tests", "LastTrainHome.Tests", "Fixtures", "second-film"), Path.Combine(edit, "content"));
        var word = Path.Combine(edit, "content", "terms", "yu.md");
        var sound = File.ReadAllText(word);
        File.AppendAllText(word, "\nThere were 16,000 ships.\n");
        Commit(edit, "A mistake");
        var (refused, why) = Git(edit, "push origin HEAD:main");

        Assert.NotEqual(0, refused);
        Assert.Matches(@"content/terms/yu\.md\(\d+,12\): error NUM003", why);

        File.WriteAllText(word, sound);
        Commit(edit, "Mended");
        var (taken, said) = Git(edit, "push origin HEAD:main");

        Assert.Equal(0, taken);
        Assert.Contains("is current", said, StringComparison.Ordinal);
        Assert.NotEmpty(Directory.EnumerateFiles(Path.Combine(root, "data", "library"), "*.db"));
    }

    // What each options type says where nobody sets anything. A type of options names its section.
    private static IEnumerable<KeyValuePair<string, string?>> Defaults() => typeof(ContentOptions).Assembly.GetTypes()
        .Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal) && type.GetField("Section") is not null)
        .SelectMany(type => type.GetProperties().Select(property =>
            KeyValuePair.Create($"{type.GetField("Section")!.GetRawConstantValue()}:{property.Name}", property.GetValue(Activator.CreateInstance(type))?.ToString())))
        .Append(KeyValuePair.Create<string, string?>("ConnectionStrings:Study", null));

    public void Dispose() => Directory.Delete(root, recursive: true);

    private void Commit(string folder, string message)
    {
        Git(folder, "add -A");
        Git(folder, $"-c user.name=editor -c user.email=editor@example.org commit -q -m \"{message}\"");
    }

    private (int Code, string Said) Git(string folder, string arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = folder, RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["STUDY"] = $"dotnet {typeof(Publisher).Assembly.Location}";
        start.Environment["Data__Folder"] = Path.Combine(root, "data");
        using var git = Process.Start(start)!;
        var said = git.StandardOutput.ReadToEndAsync();
        var complained = git.StandardError.ReadToEnd();
        git.WaitForExit();
        return (git.ExitCode, said.Result + complained);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    [GeneratedRegex(@"(?m)^\| `([A-Z]\w+:\w+)` \|")]
    private static partial Regex Setting();

    [GeneratedRegex("```bash (pre-receive|post-receive)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Hook();
}
