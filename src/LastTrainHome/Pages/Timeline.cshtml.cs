using LastTrainHome.Library;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages;

/// <summary>What happened, year by year; the events of one kind alone where the address asks for it.</summary>
public sealed class TimelineModel(LibraryDb db) : PageModel
{
    public string? Sort { get; private set; }
    public List<SortLine> Sorts { get; private set; } = [];
    public List<Year> Years { get; private set; } = [];
    public List<SourceLine> Sources { get; private set; } = [];

    public async Task OnGetAsync(string? kind, CancellationToken cancel)
    {
        var events = await db.Events
            .OrderBy(happened => happened.Date).ThenBy(happened => happened.Position)
            .Select(happened => new Happened(happened.Key, happened.Slug, happened.Date, happened.Title, happened.Sort, happened.Care, happened.Html, happened.Aliases.Select(alias => alias.Slug).ToList()))
            .ToListAsync(cancel);

        Sorts = [.. events.GroupBy(happened => happened.Sort).Select(same => new SortLine(same.Key, same.Count())).OrderByDescending(same => same.Count)];
        Sort = Sorts.Find(same => same.Name == kind)?.Name;
        var shown = events.Where(happened => Sort is null || happened.Sort == Sort).ToList();
        Years = [.. shown.GroupBy(happened => happened.Date[..4]).Select(year => new Year(year.Key, [.. year]))];
        Sources = await Surroundings.SourcesOfAsync(db, cancel, [.. shown.Select(happened => happened.Key)]);
    }

    public sealed record SortLine(string Name, int Count);

    public sealed record Year(string Name, List<Happened> Events);

    public sealed record Happened(string Key, string Slug, string Date, string Title, string Sort, string? Care, string Html, List<string> OldSlugs);
}
