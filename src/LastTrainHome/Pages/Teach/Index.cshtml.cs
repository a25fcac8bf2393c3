using LastTrainHome.UseCases.Teaching;
using LastTrainHome.Web;
using LastTrainHome.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LastTrainHome.Pages.Teach;

/// <summary>A teacher's classes, and the form that makes one.</summary>
public sealed class IndexModel(ListClasses classes, CreateClass create) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Zone { get; set; }

    /// <summary>Where a teacher was on the way to when a class was missing.</summary>
    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    public IReadOnlyList<ListedClass> Classes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Classes = await classes.ListAsync(User.AccountId(), cancel);
        Zone ??= Classes.FirstOrDefault()?.Zone ?? TimeZones.Default;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var created = await create.CreateAsync(User.AccountId(), Name, Zone);
        if (created.Id is { } id)
            return LocalRedirect(Url.IsLocalUrl(To) ? To : $"/teach/classes/{id}");
        await OnGetAsync(cancel);
        return this.Refuse(created.Refusals);
    }
}
