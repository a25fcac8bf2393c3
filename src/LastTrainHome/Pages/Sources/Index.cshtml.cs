using LastTrainHome.Web.Related;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LastTrainHome.Pages.Sources;

/// <summary>Every source that is cited.</summary>
public sealed class IndexModel(CurrentEdition edition) : PageModel
{
    public List<SourceEntry> Sources { get; private set; } = [];

    public async Task OnGetAsync() =>
        Sources = [.. (await edition.IndexAsync()).Sources.OrderBy(source => source.Short, StringComparer.InvariantCultureIgnoreCase)];
}
