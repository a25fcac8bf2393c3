using LastTrainHome.Web.Related;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LastTrainHome.Pages.Themes;

/// <summary>All themes, each with its question.</summary>
public sealed class IndexModel(CurrentEdition edition) : PageModel
{
    public IReadOnlyList<IndexedTheme> Themes { get; private set; } = [];

    public async Task OnGetAsync() => Themes = (await edition.IndexAsync()).Themes;
}
