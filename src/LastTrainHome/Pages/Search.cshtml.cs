using LastTrainHome.Library;
using LastTrainHome.Library.Search;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LastTrainHome.Pages;

/// <summary>The search page: hits with the words in their surroundings, how many of each kind, and where nothing is found what may have been meant.</summary>
public sealed class SearchModel(LibraryDb db) : PageModel
{
    private const int Shown = 40;

    /// <summary>Of more than this the search does not read every word.</summary>
    private const int Longest = 100;

    public string Query { get; private set; } = "";

    public PageKind? Kind { get; private set; }

    public Found? Found { get; private set; }

    public List<NearMatches.Match> Near { get; private set; } = [];

    public int Total => Found?.Kinds.Values.Sum() ?? 0;

    /// <summary>Whether every word on the page is the study's own. Whoever makes up an address can otherwise have this site say what he likes.</summary>
    public bool IsOwn => Found is null || (Total > 0 && Found.HasAll && Query.Length <= Longest);

    public string Address(PageKind? kind) => $"/search?q={Uri.EscapeDataString(Query)}{(kind is { } only ? $"&kind={only.Folder()}" : "")}";

    public async Task OnGetAsync(string? q, string? kind, CancellationToken cancel)
    {
        // A lone half of a surrogate pair can be typed into an address, but not written back.
        Query = string.Concat((q ?? "").EnumerateRunes());
        Kind = kind is null ? null : PageKinds.FromFolder(kind);
        if (Query.Trim().Length == 0)
            return;
        Found = await Finder.FindAsync(db, Query, Kind, Shown, cancel);
        if (Total == 0)
            Near = await NearMatches.FindAsync(db, "/" + string.Join('-', Query.Split(' ', '/', StringSplitOptions.RemoveEmptyEntries)), 5, cancel);
    }
}
