using LastTrainHome.Library;
using LastTrainHome.Web.Related;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages.Sources;

/// <summary>Every source that is cited.</summary>
public sealed class IndexModel(LibraryDb db) : PageModel
{
    public List<SourceEntry> Sources { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var sources = await db.Sources
            .Select(source => new SourceEntry(source.Slug, source.Short, source.ReferenceHtml))
            .ToListAsync(cancel);
        Sources = [.. sources.OrderBy(source => source.Short, StringComparer.InvariantCultureIgnoreCase)];
    }
}
