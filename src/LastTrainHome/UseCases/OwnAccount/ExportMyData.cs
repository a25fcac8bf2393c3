using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using LastTrainHome.Accounts;
using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases.OwnAccount;

/// <summary>Everything that is kept about one account, as a file to take away.</summary>
public sealed class ExportMyData(StudyStore store)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // a file to read, never part of a page
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>All of it as JSON. Hashes of secrets are left out.</summary>
    public async Task<byte[]> WriteAsync(Guid account, CancellationToken cancel)
    {
        await using var db = store.Read();
        var owner = await db.Accounts.SingleAsync(one => one.Id == account, cancel);
        var sessions = await db.Sessions.Where(session => session.AccountId == account)
            .Select(session => new { session.MadeAt, session.EndsAt, session.IsShared })
            .ToListAsync(cancel);
        var about = new { Name = owner.UserName, Roles = Role.Of(owner).Select(Role.Name), owner.MadeAt };
        object all = owner.Studies
            ? new
            {
                Account = about,
                Sessions = sessions,
                Classes = await ClassesAsync(db, account, cancel),
                PagesRead = await PagesReadAsync(db, account, cancel),
                Answers = await AnswersAsync(db, account, cancel),
            }
            : new
            {
                Account = about,
                Sessions = sessions,
                Teaching = await TeachingAsync(db, account, cancel),
                CommentsWritten = await CommentsAsync(db, account, cancel),
                ReportsClosed = await ReportsAsync(db, account, cancel),
            };
        return JsonSerializer.SerializeToUtf8Bytes(all, Json);
    }

    private static async Task<object> ClassesAsync(StudyDb db, Guid account, CancellationToken cancel) =>
        await db.Students.Where(student => student.AccountId == account)
            .Join(db.Classes, student => student.ClassId, one => one.Id, (student, one) =>
                new { Class = one.Name, student.Number, student.Pseudonym, student.JoinedAt, student.LeftAt, student.IsWaiting })
            .ToListAsync(cancel);

    private static async Task<object> PagesReadAsync(StudyDb db, Guid account, CancellationToken cancel) =>
        await db.PagesRead.Where(page => page.AccountId == account).OrderBy(page => page.At)
            .Select(page => new { Page = page.PageKey, page.AssignmentId, page.At })
            .ToListAsync(cancel);

    private static async Task<object> AnswersAsync(StudyDb db, Guid account, CancellationToken cancel) =>
        await db.Answers.Where(answer => answer.AccountId == account).OrderBy(answer => answer.Id)
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
                Versions = answer.Versions.OrderBy(version => version.Id)
                    .Select(version => new { version.Text, version.Choices, version.At, version.SubmittedAt }).ToList(),
                Comments = answer.Comments.OrderBy(comment => comment.Id)
                    .Select(comment => new { comment.Text, comment.At, comment.SeenAt }).ToList(),
            })
            .AsSplitQuery().ToListAsync(cancel);

    private static async Task<object> TeachingAsync(StudyDb db, Guid account, CancellationToken cancel) =>
        await db.Classes.Where(one => one.TeacherId == account).OrderBy(one => one.Id)
            .Select(one => new
            {
                one.Name,
                one.TimeZone,
                one.MadeAt,
                one.ArchivedAt,
                Assignments = one.Assignments.OrderBy(assignment => assignment.Id).Select(assignment => new
                {
                    assignment.Title,
                    assignment.Instructions,
                    assignment.OpensAt,
                    assignment.DueAt,
                    assignment.ClosesAt,
                    Items = assignment.Items.OrderBy(item => item.Position).Select(item => item.Words).ToList(),
                }).ToList(),
            })
            .AsSplitQuery().ToListAsync(cancel);

    private static async Task<object> CommentsAsync(StudyDb db, Guid account, CancellationToken cancel) =>
        await db.Comments.Where(comment => comment.TeacherId == account).OrderBy(comment => comment.Id)
            .Select(comment => new { comment.AnswerId, comment.Text, comment.At })
            .ToListAsync(cancel);

    private static async Task<object> ReportsAsync(StudyDb db, Guid account, CancellationToken cancel) =>
        (await db.Reports.Where(report => report.ClosedBy == account).OrderBy(report => report.Id).ToListAsync(cancel))
            .ConvertAll(report => new { report.Id, State = report.State.Name(), report.ClosedAt, report.Note });
}
