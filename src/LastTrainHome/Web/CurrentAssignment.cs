using System.Globalization;
using LastTrainHome.Accounts;
using LastTrainHome.Library;
using LastTrainHome.UseCases.Studying;
using LastTrainHome.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Web;

/// <summary>The assignment for which a student reads the page that is shown: the address names it (<c>?assignment=3</c>). Nobody else has one.</summary>
public sealed class CurrentAssignment(ReadProgress progress, LibraryDb library, IHttpContextAccessor accessor)
{
    private Task<AssignmentProgress?>? assignment;
    private Task<Dictionary<string, Question>>? questions;

    private HttpContext Context => accessor.HttpContext!;

    /// <summary>The assignment; null for everybody who reads on their own.</summary>
    public Task<AssignmentProgress?> ReadAsync() => assignment ??= FindAsync();

    /// <summary>The form for a question that stands on this page and belongs to the assignment; null for any other question.</summary>
    public async Task<AnswerForm?> FormAsync(string question)
    {
        if (await ReadAsync() is not { } current || current.Question(question) is not { } item)
            return null;
        var known = await (questions ??= ReadQuestionsAsync(current));
        return AnswerForm.Of(current, item, known.GetValueOrDefault(question), Context.User.AccountId());
    }

    private async Task<AssignmentProgress?> FindAsync() =>
        Context.User.IsInRole(Role.Student) && int.TryParse(Context.Request.Query["assignment"], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? await progress.OfAssignmentAsync(Context.User.AccountId(), id, Context.RequestAborted)
            : null;

    private Task<Dictionary<string, Question>> ReadQuestionsAsync(AssignmentProgress current)
    {
        var asked = current.On(Context.Request.Path.Value ?? "/").Select(item => item.QuestionId).OfType<string>().ToList();
        return library.Questions.Where(question => asked.Contains(question.Id))
            .Include(question => question.Choices.OrderBy(choice => choice.Position)).AsNoTracking()
            .ToDictionaryAsync(question => question.Id, Context.RequestAborted);
    }
}
