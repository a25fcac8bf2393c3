using System.Diagnostics;
using System.Text.RegularExpressions;
using LastTrainHome.Editions;
using LastTrainHome.Store;
using LastTrainHome.Store.Sqlite;
using LastTrainHome.Web;
using LastTrainHome.Web.Prepared;
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
        var known = new[] { (ContentOptions.Section, typeof(ContentOptions)), (DataOptions.Section, typeof(DataOptions)), (StoreOptions.Section, typeof(StoreOptions)), (BackupOptions.Section, typeof(BackupOptions)), (SiteOptions.Section, typeof(SiteOptions)), (PagesOptions.Section, typeof(PagesOptions)) }
            .SelectMany(options => options.Item2.GetProperties().Select(property => $"{options.Item1}:{property.Name}"))
            .Append("ConnectionStrings:Study").Order(StringComparer.Ordinal);

        Assert.Equal(known, listed);
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
