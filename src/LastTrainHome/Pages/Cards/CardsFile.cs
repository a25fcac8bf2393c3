using System.Text;
using LastTrainHome.Library;

namespace LastTrainHome.Pages.Cards;

/// <summary>The cards to take away.</summary>
public static class CardsFile
{
    public static void MapCards(this IEndpointRouteBuilder site) => site.MapRead("/terms/cards.txt", TextAsync);

    private static async Task<IResult> TextAsync(string? theme, LibraryDb db, Masthead masthead, Addresses addresses, HttpResponse response, CancellationToken cancel)
    {
        var deck = await Deck.OfAsync(db, theme, cancel);
        if (await masthead.ReadAsync(cancel) is not { } study || (deck.Theme is null && !string.IsNullOrEmpty(theme)))
            return Results.NotFound();

        response.Headers.ContentDisposition = $"attachment; filename=\"cards{(deck.Theme is null ? "" : "-" + deck.Theme.Slug)}.txt\"";
        return Results.Text(deck.AsText(study.Title, addresses.Whole), "text/plain", Encoding.UTF8);
    }
}
