using System.CommandLine;
using LastTrainHome.Editions;

namespace LastTrainHome.Verbs;

/// <summary>The verbs of the command line. Without a verb the site is served.</summary>
public static class CommandLine
{
    /// <summary>Whether these arguments name a verb. Settings (<c>--urls=…</c>) do not; a misspelt verb does, so that it starts no server.</summary>
    public static bool Names(string[] args) => args is [var first, ..] && (!first.StartsWith("--", StringComparison.Ordinal) || first is "--help" or "--version");

    /// <summary>Obeys a verb. Its answer, and nothing else, is on standard output.</summary>
    /// <returns>The exit code: 0 done, 1 problems, 2 cannot run.</returns>
    public static async Task<int> ObeyAsync(string[] args)
    {
        var root = new RootCommand("A study of a documentary film. Without a verb, the site is served.")
        {
            CheckVerb.Make(DefaultFolder), PublishVerb.Make(), EditionsVerb.Make(), SearchVerb.Make(), CompareVerb.Make(), HealthVerb.Make(), AccountsVerb.Make(), AuditVerb.Make(), BackupVerb.Make(), RestoreVerb.Make(), ReanchorVerb.Make(),
        };
        var asked = root.Parse(args);
        // A wrong option is no problem in the content: the library would answer 1, and with its help on standard output.
        var isWrong = asked.Errors.Count > 0;
        var result = await asked.InvokeAsync(new() { EnableDefaultExceptionHandler = false, Output = isWrong ? Console.Error : Console.Out });
        return isWrong ? 2 : result;
    }

    private static string? DefaultFolder() => StudyFolders.Nearest() is { } folder ? Path.GetRelativePath(Environment.CurrentDirectory, folder) : null;
}
