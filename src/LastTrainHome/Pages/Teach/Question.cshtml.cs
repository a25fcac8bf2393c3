using LastTrainHome.Classroom;
using LastTrainHome.Library;
using LastTrainHome.Store;
using LastTrainHome.UseCases;
using LastTrainHome.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages.Teach;

/// <summary>What a class answered to one question, side by side. Drafts are counted and not shown.</summary>
public sealed class QuestionModel(StudyStore store, LibraryDb library) : PageModel
{
    internal ClassOverview Overview { get; private set; } = null!;
    public Class Class => Overview.Class;
    public Assignment Assignment => Overview.Assignments[0];
    public AssignmentItem Item { get; private set; } = null!;

    /// <summary>As the library has it now; null where it is gone from there.</summary>
    public Question? Question { get; private set; }

    public List<HandedIn> Answers { get; private set; } = [];
    public int Drafts { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, string question, CancellationToken cancel)
    {
        await using var db = store.Read();
        if (await ClassOverview.OfAssignmentAsync(db, User.AccountId(), id, cancel) is not { } found
            || found.Assignments[0].Items.Find(item => item.QuestionId == question) is not { } asked)
            return NotFound();
        (Overview, Item) = (found, asked);
        Question = (await Choices.QuestionsAsync(library, [question], cancel)).GetValueOrDefault(question);
        Drafts = found.Students.Count(student => found[student, asked].State == ItemState.Draft);
        var answers = await Choices.AnswersOf(db, id).Where(answer => answer.QuestionId == question && answer.SubmittedAt != null).ToDictionaryAsync(answer => answer.AccountId, cancel);
        Answers = [.. found.Students
            .Where(student => answers.ContainsKey(student.AccountId))
            .Select(student => new HandedIn(id, student, answers[student.AccountId], Choices.Of(answers[student.AccountId], Question), Class.TimeZone, !Class.IsArchived, "question"))];
        return Page();
    }

    /// <summary>How many picked a choice.</summary>
    public int Picked(Choice choice) => Answers.Count(one => one.Answer.Choices.Contains(choice.Position));
}
