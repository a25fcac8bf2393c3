using LastTrainHome.Library;
using LastTrainHome.Web.Related;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages;

/// <summary>What happened, year by year; the events of one kind or theme alone where the address asks for it.</summary>
public sealed class TimelineModel(LibraryDb db, CurrentEdition edition) : PageModel
{
    /// <summary>The kind asked for, or null for all.</summary>
    public string? Sort { get; private set; }

    /// <summary>The theme asked for, or null for all.</summary>
    public ThemeCount? Theme { get; private set; }

    /// <summary>What was asked for and is neither a kind nor a theme here.</summary>
    public string? Unknown { get; private set; }

    public List<KindCount> Sorts { get; private set; } = [];
    public List<ThemeCount> Themes { get; private set; } = [];
    public List<Year> Years { get; private set; } = [];
    public List<SourceEntry> Sources { get; private set; } = [];

    public async Task OnGetAsync(string? kind, string? theme, CancellationToken cancel)
    {
        var events = await db.Events
            .OrderBy(happened => happened.Date).ThenBy(happened => happened.Position)
            .Select(happened => new EventEntry(
                happened.Key, happened.Slug, happened.Date, happened.Title, happened.Sort, happened.Care, happened.Html,
                happened.Aliases.Select(alias => alias.Slug).ToList(), happened.Passages.Select(passage => passage.ThemeKey).ToList()))
            .ToListAsync(cancel);
        var index = await edition.IndexAsync();
        var themes = index.Themes;

        Sort = events.Find(happened => happened.Sort == kind)?.Sort;
        var chosen = themes.FirstOrDefault(one => one.Slug == theme && events.Exists(happened => happened.Themes.Contains(one.Key)));
        Unknown = Sort is null && !string.IsNullOrEmpty(kind) ? kind : chosen is null && !string.IsNullOrEmpty(theme) ? theme : null;

        // Each row of links counts what it would show together with what the other has chosen.
        var ofTheme = events.FindAll(happened => chosen is null || happened.Themes.Contains(chosen.Key));
        var ofSort = events.FindAll(happened => Sort is null || happened.Sort == Sort);
        Sorts = [.. events.Select(happened => happened.Sort).Distinct()
            .Select(sort => new KindCount(sort, ofTheme.Count(happened => happened.Sort == sort)))
            .Where(sort => sort.Count > 0 || sort.Name == Sort)
            .OrderByDescending(sort => sort.Count)];
        Themes = [.. themes
            .Select(one => new ThemeCount(one.Slug, one.Title, ofSort.Count(happened => happened.Themes.Contains(one.Key))))
            .Where(one => one.Count > 0 || one.Slug == chosen?.Slug)];
        Theme = Themes.Find(one => one.Slug == chosen?.Slug);

        var shown = ofTheme.FindAll(happened => Sort is null || happened.Sort == Sort);
        Years = [.. shown.GroupBy(happened => happened.Date[..4]).Select(year => new Year(year.Key, [.. year]))];
        Sources = index.SourcesOf(shown.Select(happened => happened.Key));
    }

    /// <summary>The timeline with these choices.</summary>
    public static string AddressOf(string? kind, string? theme)
    {
        var choices = new[] { ("kind", kind), ("theme", theme) }
            .Where(choice => choice.Item2 is not null)
            .Select(choice => $"{choice.Item1}={Uri.EscapeDataString(choice.Item2!)}");
        var query = string.Join('&', choices);
        return query.Length == 0 ? "/timeline" : "/timeline?" + query;
    }

    public sealed record KindCount(string Name, int Count);

    public sealed record ThemeCount(string Slug, string Title, int Count);

    public sealed record Year(string Name, List<EventEntry> Events);

    public sealed record EventEntry(
        string Key, string Slug, string Date, string Title, string Sort, string? Care, string Html, List<string> OldSlugs, List<string> Themes);
}
