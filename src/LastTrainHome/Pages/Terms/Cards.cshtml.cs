using LastTrainHome.Library;
using LastTrainHome.Web.Downloads;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LastTrainHome.Pages.Terms;

/// <summary>The words to practise: one side is seen, the other opens. From the word to its meaning, or the other way about.</summary>
public sealed class CardsModel(LibraryDb db) : PageModel
{
    public FlashcardDeck FlashcardDeck { get; private set; } = null!;
    public bool IsFromMeaning { get; private set; }

    /// <summary>What was asked for and is no theme with words.</summary>
    public string? Unknown { get; private set; }

    public async Task OnGetAsync(string? theme, string? from, CancellationToken cancel)
    {
        FlashcardDeck = await FlashcardDeck.OfAsync(db, theme, cancel);
        Unknown = FlashcardDeck.Theme is null && !string.IsNullOrEmpty(theme) ? theme : null;
        IsFromMeaning = from == "meaning";
    }
}
