using LastTrainHome.Classroom;
using LastTrainHome.UseCases.Teaching;
using LastTrainHome.Web;
using LastTrainHome.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LastTrainHome.Pages.Teach;

/// <summary>Sets pages and questions to a class, and changes or withdraws what was set. Its defaults are good as they are: one press assigns.</summary>
public sealed class AssignModel(PrepareAssignment prepare, Assign assign, WithdrawAssignment withdraw, TimeProvider clock) : PageModel
{
    /// <summary>The class it is set to.</summary>
    [BindProperty]
    public int? Class { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Instructions { get; set; }

    /// <summary>Keys of what is set, in order: <c>sections/no-seats</c>, <c>questions/who-is-counted</c>.</summary>
    [BindProperty]
    public List<string> Items { get; set; } = [];

    /// <summary>By the class's clock; empty: at once.</summary>
    [BindProperty]
    public string? Opens { get; set; }

    [BindProperty]
    public string? Due { get; set; }

    [BindProperty]
    public string? Closes { get; set; }

    /// <summary>Whether the teacher knows that work was done for what is taken out.</summary>
    [BindProperty]
    public bool TakeOut { get; set; }

    /// <summary>What can be set, and to whom.</summary>
    public PreparedAssignment Prepared { get; private set; } = null!;

    /// <summary>What stands at the head of the list: what was proposed or set, and what was added.</summary>
    public IReadOnlyList<AssignableItem> First { get; private set; } = [];

    /// <summary>The page from which somebody assigns.</summary>
    public string From => Request.Query["page"].ToString().TrimStart('/');

    public string Action => Prepared.Assignment is { } assignment ? $"/teach/assignments/{assignment.Id}/edit" : "/teach/assign?page=" + Uri.EscapeDataString(From);

    public async Task<IActionResult> OnGetAsync(int? id, CancellationToken cancel)
    {
        if (!await PrepareAsync(id, cancel))
            return NotFound();
        if (Prepared.Classes.Count > 0)
            Propose(Prepared.Classes[0]);
        Items = [.. First.Select(item => item.Key)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int? id, CancellationToken cancel)
    {
        if (!await PrepareAsync(id, cancel))
            return NotFound();
        var assigned = await assign.AssignAsync(User.AccountId(), Prepared, new(Class, Title, Instructions, Items, Opens, Due, Closes, TakeOut));
        if (assigned.Id is { } made)
        {
            this.Flash(FlashMessage.Done(assigned.Message));
            return LocalRedirect($"/teach/assignments/{made}");
        }

        // What was added stays in sight.
        var added = Items.Distinct().Select(Prepared.Content.Find).OfType<AssignableItem>();
        First = [.. First.Concat(added).DistinctBy(item => item.Key)];
        return this.Refuse(assigned.Refusals);
    }

    /// <summary>Takes the assignment back: students no longer see it. Work done for it stays.</summary>
    public async Task<IActionResult> OnPostWithdrawAsync(int id) => this.After(
        await withdraw.WithdrawAsync(User.AccountId(), id),
        "Withdrawn: your students no longer see it. What they did for it is kept.",
        $"/teach/assignments/{id}");

    /// <summary>Sets it again.</summary>
    public async Task<IActionResult> OnPostReturnAsync(int id) =>
        this.After(await withdraw.ShowAgainAsync(User.AccountId(), id), "Your students see it again.", $"/teach/assignments/{id}");

    private async Task<bool> PrepareAsync(int? id, CancellationToken cancel)
    {
        var prepared = id is { } assignment
            ? await prepare.ExistingAsync(User.AccountId(), assignment, cancel)
            : await prepare.NewAsync(User.AccountId(), From, cancel);
        if (prepared is null)
            return false;
        (Prepared, First) = (prepared, prepared.First);
        return true;
    }

    private void Propose(AssignableClass ofClass)
    {
        Class = ofClass.Id;
        if (Prepared.Assignment is { } set)
        {
            (Title, Instructions) = (set.Title, set.Instructions);
            (Opens, Due) = (AssignmentInput.Typed(set.OpensAt, ofClass.Zone), AssignmentInput.Typed(set.DueAt, ofClass.Zone));
            Closes = set.ClosesAt is { } closes ? AssignmentInput.Typed(closes, ofClass.Zone) : null;
            return;
        }

        Title = Prepared.Content.Find(From)?.Words;
        Due = AssignmentInput.Typed(ClassTime.DefaultDue(clock.GetUtcNow().UtcDateTime, ofClass.Zone), ofClass.Zone);
    }
}
