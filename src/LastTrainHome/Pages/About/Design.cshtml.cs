using LastTrainHome.Web.Layout;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LastTrainHome.Pages.About;

/// <summary>How the site looks, shown live: its colours with their contrast, its letters, its spaces, its parts.</summary>
public sealed class DesignModel(IWebHostEnvironment site) : PageModel
{
    public Palette Palette { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        using var sheet = new StreamReader(site.WebRootFileProvider.GetFileInfo("css/site.css").CreateReadStream());
        Palette = Palette.Read(await sheet.ReadToEndAsync(cancel));
    }
}
