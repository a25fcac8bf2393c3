using LastTrainHome.UseCases;
using LastTrainHome.UseCases.Teaching;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LastTrainHome.Web;

/// <summary>What a page makes of what a use case answered.</summary>
public static class FormResults
{
    /// <summary>Shows the form again with what is wrong beside its fields.</summary>
    public static PageResult Refuse(this PageModel page, params IEnumerable<Refusal> refusals)
    {
        foreach (var refusal in refusals)
            page.ModelState.AddModelError(refusal.Input, refusal.Sentence);
        return page.Page();
    }

    /// <summary>After a change that a teacher asked for: on to the page that shows it, with what was done or why it was not.</summary>
    /// <param name="done">What was done; null: the page shows it without a word.</param>
    public static IActionResult After(this PageModel page, ClassChange change, string? done, string address)
    {
        if (change == ClassChange.NotFound)
            return page.NotFound();
        if (change == ClassChange.Archived)
            page.Flash(FlashMessage.Refused(TeacherScope.Archived));
        else if (done is not null)
            page.Flash(FlashMessage.Done(done));
        return page.LocalRedirect(address);
    }
}
