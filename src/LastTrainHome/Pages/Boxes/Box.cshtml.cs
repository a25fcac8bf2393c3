using LastTrainHome.Library;
using LastTrainHome.Web.Display;
using LastTrainHome.Web.Prepared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages.Boxes;

/// <summary>What a small box beside a link tells of the page it leads to.</summary>
public sealed class BoxModel(LibraryDb db) : PageModel
{
    private const int Excerpt = 320;

    public Details Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string folder, string slug, CancellationToken cancel)
    {
        if (PageKinds.FromFolder(folder) is not { } kind || await db.Pages.AsNoTracking().SingleOrDefaultAsync(page => page.Key == kind.Key(slug), cancel) is not { } page)
            return NotFound();

        Shown = page switch
        {
            Term term => Of(term, term.Original, term.Language, term.Romanization, term.Gloss),
            Person person => Of(person, person.Original, null, person.Romanization, person.Role),
            Library.Place place => Of(place, place.Original, null, place.Romanization, place.Sort),
            Event happened => Of(happened, line: DateDisplay.Of(happened.Date)),
            Source source => Of(source) with { Title = source.Short, Html = source.ReferenceHtml, Text = "" },
            _ => Of(page),
        };
        return this.Keep(Shown);
    }

    private static Details Of(Library.Page page, string? original = null, string? language = null, string? romanization = null, string? line = null) =>
        new(page.Kind, page.Title, page.Address, original, language, romanization, line, page.Care is null ? Beginning(page) : "", null, page.Care);

    // Whole sentences, as many as are read at a glance; at least one.
    private static string Beginning(Library.Page page)
    {
        if (page.Text.Length == 0)
            return page.Summary ?? "";
        var end = page.SentenceStarts.Skip(1).Append(page.Text.Length).TakeWhile((end, place) => place == 0 || end <= Excerpt).Last();
        return page.Text[..end].Trim();
    }

    /// <param name="Line">What is said of it in a few words.</param>
    /// <param name="Text">How the page begins.</param>
    /// <param name="Html">A source's whole reference.</param>
    public sealed record Details(
        PageKind Kind, string Title, string Address, string? Original, string? Language, string? Romanization, string? Line, string Text, string? Html, string? Care);
}
