using System.CommandLine;
using LastTrainHome.Content;
using LastTrainHome.Editions;
using LastTrainHome.Store;

namespace LastTrainHome.Verbs;

/// <summary><c>publish [FOLDER]</c>: makes a sound folder the current edition; a running server follows. Exit code 0: done; 1: problems; 2: cannot run.</summary>
internal static class PublishVerb
{
    public static Command Make()
    {
        var folder = new Argument<string?>("FOLDER") { Description = "The content folder; the study's own if left out.", Arity = ArgumentArity.ZeroOrOne };
        var dry = new Option<bool>("--dry-run") { Description = "Check, and say what would be published; change nothing." };
        var json = new Option<bool>("--json") { Description = "Answer in JSON." };
        var verb = new Command("publish", "Make a content folder the current edition.") { folder, dry, json };
        verb.SetAction((asked, _) => StudyHost.WithAsync(async services =>
        {
            var path = asked.GetValue(folder) ?? services.GetRequiredService<StudyFolders>().Content
                ?? throw new CannotRunException("No content folder was found. Name one: publish FOLDER.");
            if (!Directory.Exists(path))
                throw new CannotRunException($"There is no folder '{path}'.");
            path = Path.GetFullPath(path);
            var archive = services.GetRequiredService<Archive>();
            var before = await archive.CurrentAsync();
            var edition = asked.GetValue(dry)
                ? EditionReader.ReadOnce(ContentFolder.Read(path))
                : (await services.GetRequiredService<Publisher>().PublishAsync(path, EditionOrigin.Publish))!.Edition;

            if (asked.GetValue(json))
                ProblemReport.WriteJson(edition, path, Console.Out);
            else if (!edition.IsSound)
                foreach (var problem in edition.Problems)
                    Console.Out.WriteLine(problem with { Path = $"{asked.GetValue(folder) ?? path}/{problem.Path}" });
            else
                Console.Out.WriteLine(before == edition.Id ? $"Edition {edition.Id[..16]} is current already."
                    : asked.GetValue(dry) ? $"Edition {edition.Id[..16]} would be published: {edition.Pages.Count} pages."
                    : $"Edition {edition.Id[..16]} is current: {edition.Pages.Count} pages.");
            return edition.IsSound ? 0 : 1;
        }));
        return verb;
    }
}
