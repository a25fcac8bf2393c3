using LastTrainHome.UseCases.Teaching;
using LastTrainHome.Web;
using LastTrainHome.Web.Routing;
using LastTrainHome.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LastTrainHome.Pages.Teach;

/// <summary>One class: its code for the wall, what is set to it, and how far everybody is.</summary>
public sealed class ClassModel(ReadOverview overview, ChangeClass change, Addresses addresses, TimeProvider clock) : PageModel
{
    public ClassOverview Overview { get; private set; } = null!;

    /// <summary>When the page was made, UTC.</summary>
    public DateTime Now { get; private set; }

    /// <summary>Where students type the code: without the part of an address that nobody types.</summary>
    public string JoinAddress { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (await overview.OfClassAsync(User.AccountId(), id, cancel) is not { } found)
            return NotFound();
        (Overview, Now) = (found, clock.GetUtcNow().UtcDateTime);
        var whole = addresses.Whole("/join");
        JoinAddress = whole[(whole.IndexOf("://", StringComparison.Ordinal) + 3)..];
        return Page();
    }

    public async Task<IActionResult> OnPostOpenAsync(int id) =>
        After(id, await change.OpenAsync(User.AccountId(), id, isOpen: true), "Joining is open: the code lets students in.");

    public async Task<IActionResult> OnPostCloseAsync(int id) =>
        After(id, await change.OpenAsync(User.AccountId(), id, isOpen: false), "Joining is closed. Nobody new comes in; those who are in stay.");

    public async Task<IActionResult> OnPostAskAsync(int id) =>
        After(id, await change.AskTeacherAsync(User.AccountId(), id, asks: true), "From now on, those who join wait until you let them in.");

    public async Task<IActionResult> OnPostTrustAsync(int id) =>
        After(id, await change.AskTeacherAsync(User.AccountId(), id, asks: false), "Everybody who has the code comes in at once.");

    public async Task<IActionResult> OnPostArchiveAsync(int id) =>
        After(id, await change.ArchiveAsync(User.AccountId(), id), "The class is archived. Everything in it stays to be read, and nothing changes.");

    public async Task<IActionResult> OnPostRestoreAsync(int id) => After(id, await change.UnarchiveAsync(User.AccountId(), id), "The class is back.");

    public async Task<IActionResult> OnPostCodeAsync(int id) =>
        After(id, await change.NewCodeAsync(User.AccountId(), id), "The class has a new code. The old one lets nobody in any more.");

    public async Task<IActionResult> OnPostRenameAsync(int id, string? name)
    {
        var (changed, refusal) = await change.RenameAsync(User.AccountId(), id, name);
        if (changed != ClassChange.Done || refusal is null)
            return After(id, changed, "The class has a new name.");
        this.Flash(FlashMessage.Refused(refusal.Sentence));
        return After(id, changed, null);
    }

    private IActionResult After(int id, ClassChange change, string? done) => this.After(change, done, $"/teach/classes/{id}");
}
