using LastTrainHome.Library;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages.Claims;

/// <summary>Every statement checked, chapter by chapter, with what the evidence says.</summary>
public sealed class IndexModel(LibraryDb db) : PageModel
{
    public List<Chapter> Chapters { get; private set; } = [];
    public Dictionary<Verdict, int> Verdicts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var claims = await (
            from claim in db.Claims
            join section in db.Sections on claim.SectionKey equals section.Key
            orderby section.Position, claim.Position
            select new { section.Slug, section.Title, Line = new Line(claim.Slug, claim.Title, claim.By, claim.Verdict) })
            .ToListAsync(cancel);

        Chapters = [.. claims.GroupBy(claim => (claim.Slug, claim.Title)).Select(chapter => new Chapter(chapter.Key.Slug, chapter.Key.Title, [.. chapter.Select(claim => claim.Line)]))];
        Verdicts = claims.GroupBy(claim => claim.Line.Verdict).ToDictionary(same => same.Key, same => same.Count());
    }

    public sealed record Chapter(string Slug, string Title, List<Line> Claims);

    public sealed record Line(string Slug, string Title, string By, Verdict Verdict);
}
