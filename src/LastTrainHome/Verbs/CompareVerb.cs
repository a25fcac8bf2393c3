using System.CommandLine;
using System.Text.Json;
using LastTrainHome.Library;
using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Verbs;

/// <summary><c>compare A B</c>: whether series may share an axis. Exit code 0: they may; 1: refused, and why; 2: cannot run.</summary>
internal static class CompareVerb
{
    public static Command Make()
    {
        var names = new Argument<string[]>("SERIES") { Description = "Two or more series: migrant-workers/outbound.", Arity = new(2, 8) };
        var json = new Option<bool>("--json") { Description = "Answer in JSON." };
        var verb = new Command("compare", "Say whether series count the same and may share an axis.") { names, json };
        verb.SetAction((asked, _) => StudyHost.ReadAsync(async db =>
        {
            var compared = new List<Comparand>();
            foreach (var name in asked.GetValue(names)!)
                compared.Add(await FindAsync(db, name));
            var comparison = Comparison.Of(compared);
            if (asked.GetValue(json))
                Console.Out.WriteLine(JsonSerializer.Serialize(new
                {
                    shareAnAxis = comparison.Refusal is null,
                    comparison.Refusal,
                    series = compared.Select(one => new { one.Title, one.Series.Name, one.Series.Counts, one.Series.Definition, one.Series.Unit, one.Territory }),
                }, JsonSerializerOptions.Web));
            else
                Console.Out.WriteLine(comparison.Refusal ?? "These count the same, in the same unit and territory. They may share an axis.");
            return comparison.Refusal is null ? 0 : 1;
        }));
        return verb;
    }

    private static async Task<Comparand> FindAsync(LibraryDb db, string name)
    {
        var (slug, column) = name.Split('/') is [var first, var second] ? (first, second) : throw new CannotRunException($"'{name}' is no series. Write statistic/column: migrant-workers/outbound.");
        var statistics = await db.Statistics.Include(statistic => statistic.Series).ToListAsync();
        if (statistics.Find(statistic => statistic.Slug == slug) is not { } found)
            throw new CannotRunException($"There is no statistic '{slug}'{Spelling.DidYouMean(slug, statistics.Select(statistic => statistic.Slug))}");
        return found.Series.Find(series => series.Name == column) is { } line
            ? new(found, line)
            : throw new CannotRunException($"'{slug}' has no column '{column}'{Spelling.DidYouMean(column, found.Series.Select(series => series.Name))}");
    }
}
