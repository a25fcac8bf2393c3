using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LastTrainHome.Pages;

/// <summary>The search page.</summary>
public sealed class SearchModel : PageModel
{
    public string Query { get; private set; } = "";

    public void OnGet(string? q) => Query = q ?? "";
}
