using System.Globalization;
using LastTrainHome.Accounts;
using LastTrainHome.Library;
using LastTrainHome.Store;
using LastTrainHome.UseCases;
using LastTrainHome.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Web;

/// <summary>The assignment for which a student reads the page that is shown: the address names it (<c>?assignment=3</c>). Nobody else has one.</summary>
public sealed class CurrentAssignment(StudyStore store, LibraryDb library, IHttpContextAccessor accessor, TimeProvider clock)
{
    private Task<Work?>? work;

    private HttpContext Context => accessor.HttpContext!;

    /// <summary>The assignment; null for whoever reads for himself.</summary>
    public Task<Work?> ReadAsync() => work ??= FindAsync();

    /// <summary>The form for a question that stands on this page and belongs to the assignment.</summary>
    public async Task<AnswerForm?> FormAsync(string question)
    {
        if (await ReadAsync() is not { } here || here.Steps.Find(step => step.Item.QuestionId == question) is not { } step)
            return null;
        var form = await AnswerForm.ReadAsync(store, library, here, step, Context.User.AccountId(), Context.RequestAborted);
        await SeenAsync(store, form.Answer, clock.GetUtcNow().UtcDateTime);
        return form;
    }

    /// <summary>Notes that a student has now seen what was said to an answer.</summary>
    internal static async Task SeenAsync(StudyStore store, Classroom.Answer? answer, DateTime now)
    {
        if (answer is not null && answer.Comments.Exists(comment => comment.SeenAt is null))
            await store.WriteAsync(db => db.Comments.Where(comment => comment.AnswerId == answer.Id && comment.SeenAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(comment => comment.SeenAt, now)));
    }

    private async Task<Work?> FindAsync()
    {
        if (!Context.User.IsInRole(Role.Student) || !int.TryParse(Context.Request.Query["assignment"], NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return null;
        await using var db = store.Read();
        return (await Work.ReadAsync(db, library, Context.User.AccountId(), clock.GetUtcNow().UtcDateTime, id, Context.RequestAborted)).SingleOrDefault();
    }
}
