using LastTrainHome.Library;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages.Statistics;

/// <summary>All statistics, by the theme they belong to first.</summary>
public sealed class IndexModel(LibraryDb db) : PageModel
{
    public List<Group> Groups { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var lines = await db.Statistics
            .OrderBy(statistic => statistic.Position)
            .Select(statistic => new Line(
                statistic.Key, statistic.Slug, statistic.Title, statistic.Summary, statistic.Unit, statistic.Producer, statistic.Shape,
                statistic.Observations.Where(cell => cell.Value != null).Min(cell => cell.Row),
                statistic.Observations.Where(cell => cell.Value != null).Max(cell => cell.Row)))
            .ToListAsync(cancel);

        var themes = await (
            from theme in db.Themes
            join passage in db.Passages on theme.Key equals passage.ThemeKey
            orderby theme.Position
            select new { Theme = new ThemeLine(theme.Position, theme.Slug, theme.Title), passage.PageKey })
            .ToListAsync(cancel);

        Groups = [.. lines
            .GroupBy(line => themes.Find(belongs => belongs.PageKey == line.Key)?.Theme)
            .OrderBy(group => group.Key?.Position ?? int.MaxValue)
            .Select(group => new Group(group.Key?.Slug, group.Key?.Title ?? "Other numbers", [.. group]))];
    }

    public sealed record Group(string? Theme, string Title, List<Line> Lines);

    public sealed record ThemeLine(int Position, string Slug, string Title);

    public sealed record Line(
        string Key, string Slug, string Title, string? Summary, string Unit, string Producer, StatisticShape Shape, string? First, string? Last)
    {
        public string? Span => Shape == StatisticShape.Series && First is not null && Last is not null
            ? First == Last ? Words.Date(First) : $"{Words.Date(First)} to {Words.Date(Last)}"
            : null;
    }
}
