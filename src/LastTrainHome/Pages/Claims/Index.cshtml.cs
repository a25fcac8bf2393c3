using LastTrainHome.Library;
using LastTrainHome.Web.Related;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages.Claims;

/// <summary>Every statement checked, chapter by chapter, with its evidence; those of one verdict alone where the address asks for it.</summary>
public sealed class IndexModel(LibraryDb db) : PageModel
{
    public List<Chapter> Chapters { get; private set; } = [];
    public List<Tally> Tallies { get; private set; } = [];
    public int Count { get; private set; }

    /// <summary>The verdict asked for, or null for all.</summary>
    public Verdict? Verdict { get; private set; }

    /// <summary>What was asked for and is no verdict that was given.</summary>
    public string? Unknown { get; private set; }

    public async Task OnGetAsync(string? verdict, CancellationToken cancel)
    {
        var claims = await (
            from claim in db.Claims
            join section in db.Sections on claim.SectionKey equals section.Key
            orderby section.Position, claim.Position
            select new { claim.Key, claim.Slug, claim.Title, claim.By, claim.Verdict, Section = section.Slug, SectionTitle = section.Title })
            .ToListAsync(cancel);

        Count = claims.Count;
        Tallies = [.. claims.GroupBy(claim => claim.Verdict).OrderBy(same => same.Key).Select(same => new Tally(same.Key, same.Count()))];
        Verdict = Tallies.Find(tally => tally.Name == verdict)?.Verdict;
        Unknown = Verdict is null && !string.IsNullOrEmpty(verdict) ? verdict : null;
        var evidence = await Evidence.FindAsync(db, claims.Select(claim => claim.Key), cancel);
        Chapters = [.. claims
            .Where(claim => Verdict is null || claim.Verdict == Verdict)
            .GroupBy(claim => (claim.Section, claim.SectionTitle))
            .Select(chapter => new Chapter(
                chapter.Key.Section, chapter.Key.SectionTitle,
                [.. chapter.Select(claim => new ClaimEntry(claim.Slug, claim.Title, claim.By, claim.Verdict, [.. evidence[claim.Key]]))]))];
    }

    public sealed record Chapter(string Slug, string Title, List<ClaimEntry> Claims);

    public sealed record ClaimEntry(string Slug, string Title, string By, Verdict Verdict, List<Evidence> Numbers);

    public sealed record Tally(Verdict Verdict, int Count)
    {
        /// <summary>As the address has it: <c>needs-context</c>.</summary>
        public string Name => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(Verdict.ToString());
    }
}
