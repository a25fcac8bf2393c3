using LastTrainHome.UseCases.Teaching;
using LastTrainHome.Web;
using LastTrainHome.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LastTrainHome.Pages.Teach;

/// <summary>One student's work for one assignment, and what the teacher says about it.</summary>
public sealed class WorkModel(ReadStudentWork read, CommentOnAnswer comments) : PageModel
{
    private (int Answer, RefusedComment Comment)? refused;

    public StudentWork Work { get; private set; } = null!;

    /// <summary>Why a comment was not saved; null where none was refused.</summary>
    public string? Problem => refused?.Comment.Sentence;

    public async Task<IActionResult> OnGetAsync(int id, int number, CancellationToken cancel)
    {
        if (await read.ReadAsync(User.AccountId(), id, number, cancel) is not { } found)
            return NotFound();
        Work = found;
        return Page();
    }

    /// <summary>An answer as the page shows it.</summary>
    public AnswerToComment Shown(SubmittedAnswer answer) => new(Work.Assignment.Id, answer, Work.Class.TimeZone, !Work.Class.IsArchived, "work")
    {
        Refused = refused is { } typed && typed.Answer == answer.Answer.Id ? typed.Comment : null,
    };

    /// <param name="comment">The comment to change; null for a new one.</param>
    /// <param name="back">The page to return to.</param>
    public async Task<IActionResult> OnPostCommentAsync(int id, int number, int answer, int? comment, string? text, string? back, CancellationToken cancel)
    {
        var written = await comments.WriteAsync(User.AccountId(), id, number, answer, comment, text);
        if (written.Refusal is not { } refusal)
            return After(id, number, back, written);
        refused = (answer, new(comment, text, refusal.Sentence));
        return await OnGetAsync(id, number, cancel);
    }

    public async Task<IActionResult> OnPostDeleteAsync(int id, int number, int answer, int comment, string? back) =>
        After(id, number, back, await comments.DeleteAsync(User.AccountId(), id, number, answer, comment));

    private IActionResult After(int id, int number, string? back, CommentResult result) => this.After(
        result.Change,
        null,
        back == "question"
            ? $"/teach/assignments/{id}/questions/{Uri.EscapeDataString(result.QuestionId ?? "")}#a-{number}"
            : $"/teach/assignments/{id}/students/{number}#q-{result.QuestionId}");
}
