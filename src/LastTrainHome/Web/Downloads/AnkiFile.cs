using System.Text;
using LastTrainHome.Library;
using LastTrainHome.Web.Layout;
using LastTrainHome.Web.Routing;

namespace LastTrainHome.Web.Downloads;

/// <summary>The cards to take away.</summary>
public static class AnkiFile
{
    public static void MapFlashcards(this IEndpointRouteBuilder site) => site.MapRead("/terms/cards.txt", TextAsync);

    private static async Task<IResult> TextAsync(string? theme, LibraryDb db, SiteInfo siteInfo, Addresses addresses, HttpResponse response, CancellationToken cancel)
    {
        var deck = await FlashcardDeck.OfAsync(db, theme, cancel);
        if (await siteInfo.ReadAsync() is not { } study || (deck.Theme is null && !string.IsNullOrEmpty(theme)))
            return Results.NotFound();

        response.Headers.ContentDisposition = $"attachment; filename=\"cards{(deck.Theme is null ? "" : "-" + deck.Theme.Slug)}.txt\"";
        return Results.Text(deck.AsText(study.Title, addresses.Whole), "text/plain", Encoding.UTF8);
    }
}
