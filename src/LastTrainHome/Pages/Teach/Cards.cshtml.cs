using LastTrainHome.Classroom;
using LastTrainHome.UseCases.Teaching;
using LastTrainHome.Web;
using LastTrainHome.Web.Routing;
using LastTrainHome.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LastTrainHome.Pages.Teach;

/// <summary>Sign-in cards for the whole class, printed in advance, and a new one for a student who lost theirs. Their words stand in one answer
/// and are kept nowhere.</summary>
public sealed class CardsModel(IssueCards cards, Addresses addresses) : PageModel
{
    public Class Class { get; private set; } = null!;

    /// <summary>How many cards were made that nobody has used.</summary>
    public int Unused { get; private set; }

    /// <summary>The cards just made; empty on the page that asks how many.</summary>
    public IReadOnlyList<PrintedCard> Sheet { get; private set; } = [];

    /// <summary>Whether the card takes the place of one that was lost.</summary>
    public bool IsReissued { get; private set; }

    public string? Count { get; private set; }
    public string? Problem { get; private set; }

    /// <summary>Where cards are used, as it is typed.</summary>
    public string SignInAddress => addresses.Whole("/sign-in") is var whole ? whole[(whole.IndexOf("://", StringComparison.Ordinal) + 3)..] : "";

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (await cards.FindAsync(User.AccountId(), id, cancel) is not { } found)
            return NotFound();
        (Class, Unused) = found;
        Count ??= "30";
        return Page();
    }

    /// <param name="count">How many.</param>
    /// <param name="first">The first number as it stood in the form.</param>
    public async Task<IActionResult> OnPostAsync(int id, string? count, int first, CancellationToken cancel)
    {
        Count = count;
        return await ShowAsync(id, await cards.IssueAsync(User.AccountId(), id, count, first, cancel), cancel);
    }

    public async Task<IActionResult> OnPostAgainAsync(int id, int number, CancellationToken cancel)
    {
        IsReissued = true;
        return await ShowAsync(id, await cards.ReissueAsync(User.AccountId(), id, number, cancel), cancel);
    }

    private async Task<IActionResult> ShowAsync(int id, IssuedCards issued, CancellationToken cancel)
    {
        if (issued.Change == ClassChange.NotFound || await OnGetAsync(id, cancel) is NotFoundResult)
            return NotFound();
        Problem = issued.Refusal?.Sentence;
        Sheet = [.. issued.Cards.Select(card => new PrintedCard(card.Card, Class.Name, card.Number, card.Pseudonym, addresses.Whole("/sign-in")))];
        return Page();
    }
}
