using LastTrainHome.Library;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LastTrainHome.Pages.Cards;

/// <summary>The words to practise: one side is seen, the other opens. From the word to its meaning, or the other way about.</summary>
public sealed class IndexModel(LibraryDb db) : PageModel
{
    public Deck Deck { get; private set; } = null!;
    public bool IsFromMeaning { get; private set; }

    /// <summary>What was asked for and is no theme with words.</summary>
    public string? Unknown { get; private set; }

    public async Task OnGetAsync(string? theme, string? from, CancellationToken cancel)
    {
        Deck = await Deck.OfAsync(db, theme, cancel);
        Unknown = Deck.Theme is null && !string.IsNullOrEmpty(theme) ? theme : null;
        IsFromMeaning = from == "meaning";
    }
}
