using System.Globalization;
using System.Text.RegularExpressions;
using LastTrainHome.Library;
using LastTrainHome.Web.Related;
using LastTrainHome.Web.Routing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages.Claims;

/// <summary>A statement beside the numbers it is checked against, and what they say.</summary>
public sealed partial class ClaimModel(LibraryDb db, CurrentEdition edition) : PageModel
{
    public Details Claim { get; private set; } = null!;

    /// <summary>The sentence of the chapter that leads here, or null where none does.</summary>
    public Passage? Place { get; private set; }

    public List<Evidence> Numbers { get; private set; } = [];
    public RelatedContent Related { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        var found = await (
            from claim in db.Claims
            where claim.Slug == slug
            join section in db.Sections on claim.SectionKey equals section.Key
            select new
            {
                Details = new Details(claim.Key, claim.File, claim.Title, claim.By, section.Slug, section.Title, claim.Verdict, claim.Care, claim.Html),
                section.Html,
                section.Text,
                section.SentenceStarts,
            })
            .SingleOrDefaultAsync(cancel);

        if (found is null)
            return await this.RedirectOrNotFoundAsync(db, PageKind.Claim, slug, cancel);

        Claim = found.Details;
        Place = PassageIn(found.Html, found.Text, found.SentenceStarts, PageKind.Claim.Address(slug));
        Numbers = [.. (await Evidence.FindAsync(db, [Claim.Key], cancel))[Claim.Key]];
        Related = (await edition.IndexAsync()).RelatedTo(Claim.Key);
        return Page();
    }

    // The link stands inside its sentence, whose id is the last one before it.
    private static Passage? PassageIn(string html, string text, List<int> starts, string address)
    {
        var link = html.IndexOf($"href=\"{address}\"", StringComparison.Ordinal);
        if (link < 0 || SentenceId().Match(html, link) is not { Success: true } id)
            return null;
        var number = int.Parse(id.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        if (number < 1 || number > starts.Count)
            return null;
        var (start, end) = (starts[number - 1], number < starts.Count ? starts[number] : text.Length);

        // With the sentence before it, where that is of the same paragraph: alone it may say "the second".
        if (number > 1 && !text.AsSpan(starts[number - 2]..start).Contains('\n'))
            start = starts[number - 2];
        return new($"s{number}", text[start..end].Trim());
    }

    [GeneratedRegex(" id=\"s([0-9]{1,6})\"", RegexOptions.RightToLeft)]
    private static partial Regex SentenceId();

    public sealed record Details(
        string Key, string File, string Title, string By, string Section, string SectionTitle, Verdict Verdict, string? Care, string Html);

    /// <param name="Id">Its fragment in the chapter.</param>
    public sealed record Passage(string Id, string Text);
}
