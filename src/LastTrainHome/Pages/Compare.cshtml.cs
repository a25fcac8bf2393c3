using LastTrainHome.Library;
using LastTrainHome.Library.Search;
using LastTrainHome.Web.Charts;
using LastTrainHome.Web.Related;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages;

/// <summary>Two series or more side by side: on one axis where they count the same people in the same unit and territory, else apart, with the reason.</summary>
public sealed class CompareModel(LibraryDb db, CurrentEdition edition) : PageModel
{
    public const int Most = 4;
    private const int Nearest = 3;

    public List<Choice> Choices { get; private set; } = [];
    public List<ChosenSeries> Series { get; private set; } = [];
    public List<UnknownSeries> Unknown { get; private set; } = [];

    /// <summary>Why not all share an axis.</summary>
    public string? Refusal { get; private set; }

    public List<Panel> Panels { get; private set; } = [];

    /// <summary>More were asked for than are shown.</summary>
    public bool AreTooMany { get; private set; }

    /// <summary>One number was asked for twice.</summary>
    public bool IsTwice { get; private set; }

    /// <summary>Where nothing is chosen yet: a pair that may share an axis, and one that may not.</summary>
    public List<Example> Examples { get; private set; } = [];

    /// <summary>The address names the series, <c>?series=a/x,b/y</c>; the form sends the parameter once for each.</summary>
    public async Task OnGetAsync([FromQuery] string[] series, CancellationToken cancel)
    {
        var asked = series
            .SelectMany(value => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .ToList();
        var names = asked.Distinct().Take(Most).ToList();
        AreTooMany = asked.Distinct().Count() > Most;
        IsTwice = names.Count == 1 && asked.Count > 1;

        var statistics = (await edition.IndexAsync()).Statistics;
        Choices =
        [
            .. from statistic in statistics
               where statistic.Shape == StatisticShape.Series
               from line in statistic.Series.OrderBy(line => line.Position)
               orderby statistic.Title, line.Position
               select new Choice($"{statistic.Slug}/{line.Name}", statistic.Slug, new(statistic, line))
        ];

        var known = names.Where(name => Choices.Exists(choice => choice.Name == name)).ToList();
        Unknown = [.. names.Except(known).Select(name => new UnknownSeries(name, NearTo(name, known)))];
        Load(known, statistics);
        var comparison = Comparison.Of(Series.Select(one => one.Comparand));
        Refusal = comparison.Refusal;
        Panels = [.. comparison.Panels
            .Select(panel => panel.Select(comparand => Series.Find(one => one.Comparand == comparand)!).ToList())
            .Select(panel => new Panel(string.Join(", ", panel.Select(one => one.Name)), panel[0].Comparand.Series.Unit, panel.ConvertAll(one => one.Line)))
            .Where(panel => panel.Figures > 0)];
        if (names.Count == 0)
            Examples = await FindExamplesAsync(cancel);
    }

    private void Load(List<string> names, IReadOnlyList<Statistic> all)
    {
        var slugs = names.Select(name => name[..name.IndexOf('/', StringComparison.Ordinal)]).ToHashSet();
        var statistics = all.Where(statistic => slugs.Contains(statistic.Slug)).ToDictionary(statistic => statistic.Slug);

        foreach (var parts in names.Select(name => name.Split('/', 2)))
        {
            var statistic = statistics[parts[0]];
            var line = statistic.Series.Single(line => line.Name == parts[1]);
            var name = statistics.Count == 1 ? line.Label
                : statistic.Series.Count == 1 || line.Label == statistic.Title ? statistic.Title
                : $"{statistic.Title}: {line.Label}";
            Series.Add(new($"{parts[0]}/{parts[1]}", parts[0], name, statistic.Producer, new Comparand(statistic, line), ChartLine.Of(statistic, line, name)));
        }
    }

    // What was probably meant: a column of the statistic that was named, else of those whose names are nearly it. Each keeps what else was asked for.
    private List<Suggestion> NearTo(string asked, List<string> known)
    {
        var parts = asked.ToLowerInvariant().Split('/', 2);
        return
        [
            .. Choices
                .Select(choice => (Choice: choice, Far: NearMatches.Far(parts[0], choice.Slug), Column: parts.Length > 1 ? Spelling.Distance(parts[1], choice.Comparand.Series.Name) : 0))
                .Where(near => near.Far <= Math.Max(1, (parts[0].Length + 1) / 3) && !known.Contains(near.Choice.Name))
                .OrderBy(near => near.Far).ThenBy(near => near.Column)
                .Take(Nearest)
                .Select(near => new Suggestion(AddressOf([.. known, near.Choice.Name]), near.Choice.Words))
        ];
    }

    // The pairs are taken from the numbers that the study quotes most: those a reader has met. A refusal teaches most where the unit is one.
    private async Task<List<Example>> FindExamplesAsync(CancellationToken cancel)
    {
        var quoted = await db.BoundNumbers
            .GroupBy(number => new { number.StatisticKey, number.Column })
            .Select(same => new { same.Key.StatisticKey, same.Key.Column, Times = same.Count() })
            .ToListAsync(cancel);
        var choices = Choices
            .OrderByDescending(choice => quoted.Find(number => number.StatisticKey == choice.Comparand.Series.StatisticKey && number.Column == choice.Comparand.Series.Name)?.Times ?? 0)
            .ToList();
        var pairs = (
            from first in choices
            from second in choices
            where first != second
            select new Example(first, second, Comparison.Of([first.Comparand, second.Comparand]).Refusal))
            .ToList();
        var refused = pairs.FindAll(pair => pair.Refusal is not null);
        return
        [
            .. new[]
            {
                pairs.Find(pair => pair.Refusal is null),
                refused.Find(pair => pair.First.Slug != pair.Second.Slug && pair.First.Comparand.Series.Unit == pair.Second.Comparand.Series.Unit) ?? refused.FirstOrDefault(),
            }.OfType<Example>()
        ];
    }

    private static string AddressOf(IEnumerable<string> names) => "/compare?series=" + string.Join(',', names);

    /// <param name="Name">As the address has it: <c>migrant-workers/total</c>.</param>
    public sealed record Choice(string Name, string Slug, Comparand Comparand)
    {
        public string Words => Comparand.Title == Comparand.Series.Label ? Comparand.Title : $"{Comparand.Title}: {Comparand.Series.Label}";
    }

    public sealed record ChosenSeries(string Id, string Slug, string Name, string Producer, Comparand Comparand, ChartLine Line);

    /// <summary>A name that is no series here, and what was probably meant.</summary>
    public sealed record UnknownSeries(string Name, List<Suggestion> Near);

    public sealed record Suggestion(string Address, string Words);

    public sealed record Example(Choice First, Choice Second, string? Refusal)
    {
        public string Address => AddressOf([First.Name, Second.Name]);
    }
}
