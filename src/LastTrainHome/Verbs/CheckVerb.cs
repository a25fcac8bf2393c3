using System.CommandLine;
using LastTrainHome.Content;
using LastTrainHome.Library;

namespace LastTrainHome.Verbs;

/// <summary><c>check [FOLDER]</c>: every mistake in a content folder at once. Exit code 0: sound; 1: problems; 2: cannot run.</summary>
public static class CheckVerb
{
    /// <summary>The verb, for a command line.</summary>
    /// <param name="defaultFolder">The folder checked when none is named, or null where none was found.</param>
    public static Command Make(Func<string?> defaultFolder)
    {
        var folder = new Argument<string?>("FOLDER") { Description = "The content folder; the study's own if left out.", Arity = ArgumentArity.ZeroOrOne };
        var format = new Option<string>("--format") { Description = "How problems are written.", DefaultValueFactory = _ => "text" }.AcceptOnlyFromAmong("text", "json", "sarif");
        var counts = new Option<bool>("--counts") { Description = "Also count pages by kind and numbers, and list the plain ones with their reasons." };
        var verb = new Command("check", "Check a content folder and print every mistake in it, with file, line and column.") { folder, format, counts };
        verb.SetAction(asked =>
        {
            if ((asked.GetValue(folder) ?? defaultFolder()) is not { } path)
            {
                Console.Error.WriteLine("No content folder was found. Name one: check FOLDER.");
                return 2;
            }

            return Run(path, asked.GetValue(format)!, asked.GetValue(counts), Console.Out, Console.Error);
        });
        return verb;
    }

    /// <summary>Checks a folder and writes what is wrong with it.</summary>
    /// <param name="folder">As the caller names it; paths in the answer begin with it.</param>
    /// <param name="format"><c>text</c>, <c>json</c> or <c>sarif</c>.</param>
    /// <param name="counts">Whether counts follow.</param>
    /// <param name="answer">Takes the answer.</param>
    /// <param name="complaints">Takes the reason when it cannot run.</param>
    public static int Run(string folder, string format, bool counts, TextWriter answer, TextWriter complaints)
    {
        Edition edition;
        try
        {
            edition = EditionReader.ReadOnce(ContentFolder.Read(folder));
        }
        catch (Exception cannot) when (cannot is IOException or UnauthorizedAccessException)
        {
            complaints.WriteLine(cannot.Message);
            return 2;
        }

        var root = folder.Replace('\\', '/').TrimEnd('/');
        switch (format)
        {
            case "json":
                ProblemReport.WriteJson(edition, root, answer);
                break;
            case "sarif":
                ProblemReport.WriteSarif(edition, root, answer);
                break;
            default:
                WriteText(edition, root, counts, answer);
                break;
        }

        return edition.IsSound ? 0 : 1;
    }

    private static void WriteText(Edition edition, string root, bool counts, TextWriter answer)
    {
        foreach (var problem in edition.Problems)
            answer.WriteLine(problem with { Path = $"{root}/{problem.Path}" });
        if (counts)
        {
            foreach (var (kind, count) in edition.Counts.Pages.OrderBy(kind => kind.Key))
                answer.WriteLine($"{kind.Folder(),-12} {count,6}");
            answer.WriteLine($"{"numbers",-12} {edition.Counts.Bound,6} bound, {edition.Counts.Calculated} calculated, {edition.Counts.Plain.Count} plain");
            foreach (var plain in edition.Counts.Plain)
                answer.WriteLine($"{root}/{plain.Path}({plain.Line},{plain.Column}): plain '{plain.Words}': {plain.Reason}");
        }

        answer.WriteLine(edition.IsSound
            ? $"{root}: sound, {edition.Counts.Pages.Values.Sum()} pages."
            : $"{root}: {edition.Problems.Count} {(edition.Problems.Count == 1 ? "problem" : "problems")}.");
    }
}
