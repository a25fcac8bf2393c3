using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using LastTrainHome.Accounts;
using LastTrainHome.Store;
using LastTrainHome.Web.Display;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases;

/// <summary>Everything that is kept about one account: to be taken away, counted, and removed.</summary>
public sealed class MyData(StudyStore store)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // a file to read, never part of a page
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>All of it as JSON. Hashes of secrets are left out.</summary>
    public async Task<byte[]> WriteAsync(Guid id, CancellationToken cancel)
    {
        await using var db = store.Read();
        var account = await db.Accounts.SingleAsync(one => one.Id == id, cancel);
        var places = await db.Students.Where(student => student.AccountId == id)
            .Join(db.Classes, student => student.ClassId, room => room.Id, (student, room) => new { Class = room.Name, student.Number, student.Pseudonym, student.JoinedAt, student.LeftAt, student.IsWaiting })
            .ToListAsync(cancel);
        var read = await db.PagesRead.Where(page => page.AccountId == id).OrderBy(page => page.At).Select(page => new { Page = page.PageKey, page.AssignmentId, page.At }).ToListAsync(cancel);
        var answers = await db.Answers.Where(answer => answer.AccountId == id).OrderBy(answer => answer.Id)
            .Select(answer => new
            {
                Page = answer.PageKey,
                Question = answer.Prompt,
                answer.AssignmentId,
                answer.Text,
                answer.Choices,
                answer.SavedAt,
                answer.SubmittedAt,
                answer.IsLate,
                answer.Tries,
                Versions = answer.Versions.OrderBy(version => version.Id).Select(version => new { version.Text, version.Choices, version.At, version.SubmittedAt }).ToList(),
                Comments = answer.Comments.OrderBy(comment => comment.Id).Select(comment => new { comment.Text, comment.At, comment.SeenAt }).ToList(),
            })
            .AsSplitQuery().ToListAsync(cancel);
        var sessions = await db.Sessions.Where(session => session.AccountId == id).Select(session => new { session.MadeAt, session.EndsAt, session.IsShared }).ToListAsync(cancel);
        var teaching = await db.Classes.Where(room => room.TeacherId == id).OrderBy(room => room.Id)
            .Select(room => new
            {
                room.Name,
                room.TimeZone,
                room.MadeAt,
                room.ArchivedAt,
                Assignments = room.Assignments.OrderBy(set => set.Id).Select(set => new { set.Title, set.Instructions, set.OpensAt, set.DueAt, set.ClosesAt, Items = set.Items.OrderBy(item => item.Position).Select(item => item.Words).ToList() }).ToList(),
            })
            .AsSplitQuery().ToListAsync(cancel);
        var comments = await db.Comments.Where(comment => comment.TeacherId == id).OrderBy(comment => comment.Id).Select(comment => new { comment.AnswerId, comment.Text, comment.At }).ToListAsync(cancel);
        var reports = await db.Reports.Where(report => report.ClosedBy == id).OrderBy(report => report.Id).Select(report => new { report.Id, State = DisplayText.Of(report.State), report.ClosedAt, report.Note }).ToListAsync(cancel);
        return JsonSerializer.SerializeToUtf8Bytes(new
        {
            Account = new { Name = account.UserName, Roles = Role.Of(account).Select(DisplayText.OfRole), account.MadeAt },
            Sessions = sessions,
            Classes = account.Studies ? places : null,
            PagesRead = account.Studies ? read : null,
            Answers = account.Studies ? answers : null,
            Teaching = account.Studies ? null : teaching,
            CommentsWritten = account.Studies ? null : comments,
            ReportsClosed = account.Studies ? null : reports,
        }, Json);
    }

    /// <summary>What would go with the account.</summary>
    public async Task<Extent> CountAsync(Guid id, CancellationToken cancel)
    {
        await using var db = store.Read();
        return await ExtentAsync(db, id, cancel);
    }

    /// <summary>Removes the account and everything that hangs on it.</summary>
    /// <returns>Why it cannot be removed, in a sentence; or null when it is gone.</returns>
    public Task<string?> RemoveAsync(Guid id) => store.WriteAsync(async db =>
    {
        if ((await ExtentAsync(db, id, CancellationToken.None)).Obstacle is { } obstacle)
            return obstacle;
        await db.Invitations.Where(link => link.MadeBy == id && link.UsedAt == null).ExecuteDeleteAsync();
        await db.Accounts.Where(account => account.Id == id).ExecuteDeleteAsync(); // the rest goes with it
        return null;
    });

    private static async Task<Extent> ExtentAsync(StudyDb db, Guid id, CancellationToken cancel) => new(
        await db.Students.CountAsync(student => student.AccountId == id, cancel),
        await db.PagesRead.CountAsync(page => page.AccountId == id, cancel),
        await db.Answers.CountAsync(answer => answer.AccountId == id, cancel),
        await db.AnswerVersions.CountAsync(version => db.Answers.Any(answer => answer.Id == version.AnswerId && answer.AccountId == id), cancel),
        await db.Comments.CountAsync(comment => db.Answers.Any(answer => answer.Id == comment.AnswerId && answer.AccountId == id), cancel),
        await db.Classes.CountAsync(room => room.TeacherId == id, cancel),
        await db.Comments.AnyAsync(comment => comment.TeacherId == id, cancel),
        await Staff.Owners(db).AnyAsync(owner => owner.Id == id, cancel) && !await Staff.Owners(db).AnyAsync(owner => owner.Id != id, cancel));

    /// <summary>What hangs on an account.</summary>
    /// <param name="Places">Classes it is a student of.</param>
    /// <param name="Comments">Teachers' comments on its answers.</param>
    /// <param name="Taught">Classes it teaches.</param>
    public sealed record Extent(int Places, int PagesRead, int Answers, int Versions, int Comments, int Taught, bool HasCommented, bool IsLastOwner)
    {
        /// <summary>Why it cannot be removed, and what to do; or null.</summary>
        public string? Obstacle =>
            Taught > 0 || HasCommented ? "Your students’ work hangs on this account, so it cannot be deleted. Archive your classes and ask an administrator to close the account: then nobody can sign in with it, and the students keep their work."
            : IsLastOwner ? "You are the only administrator, so the account cannot be deleted. Invite another administrator first."
            : null;
    }
}
