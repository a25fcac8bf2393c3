using LastTrainHome.UseCases.Teaching;
using LastTrainHome.Web;
using LastTrainHome.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LastTrainHome.Pages.Teach;

/// <summary>What a class answered to one question, side by side.</summary>
public sealed class QuestionModel(ReadQuestionAnswers read) : PageModel
{
    public QuestionAnswers Question { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, string question, CancellationToken cancel)
    {
        if (await read.ReadAsync(User.AccountId(), id, question, cancel) is not { } found)
            return NotFound();
        Question = found;
        return Page();
    }

    /// <summary>An answer as the page shows it.</summary>
    public AnswerToComment Shown(SubmittedAnswer answer) =>
        new(Question.Assignment.Id, answer, Question.Class.TimeZone, !Question.Class.IsArchived, "question");
}
