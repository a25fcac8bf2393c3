using LastTrainHome.Classroom;
using LastTrainHome.Library;
using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases.Studying;

/// <summary>Saves, hands in and takes back a student's answers, as far as the assignment allows.</summary>
public sealed class AnswerQuestion(StudyStore store, LibraryDb library, TimeProvider clock)
{
    private const int MaxPrompt = 2_000;

    /// <summary>Saves a draft.</summary>
    public Task<AnswerResult> SaveAsync(Guid student, int assignment, string question, AnswerDraft draft) =>
        ChangeAsync(student, assignment, question, draft, (answer, sent, _, now) =>
            answer.IsSubmitted ? SetAside(answer, sent, now)
            : answer.Write(sent.Text!, sent.Choices!, sent.BuiltOn, now) ? AnswerStatus.Saved
            : AnswerStatus.Conflict);

    /// <summary>Saves what was sent and hands it in.</summary>
    public Task<AnswerResult> HandInAsync(Guid student, int assignment, string question, AnswerDraft draft) =>
        ChangeAsync(student, assignment, question, draft, (answer, sent, set, now) =>
        {
            if (answer.IsSubmitted)
                return SetAside(answer, sent, now);
            if (!answer.Write(sent.Text!, sent.Choices!, sent.BuiltOn, now))
                return AnswerStatus.Conflict;
            if (string.IsNullOrWhiteSpace(answer.Text) && answer.Choices.Count == 0)
                return AnswerStatus.Empty;
            answer.Submit(now, isLate: now > set.DueAt);
            return AnswerStatus.Saved;
        });

    /// <summary>Makes a draft again of what was handed in, until it is due.</summary>
    public Task<AnswerResult> TakeBackAsync(Guid student, int assignment, string question) =>
        ChangeAsync(student, assignment, question, new("", [], 0), (answer, _, set, now) =>
        {
            if (!answer.IsSubmitted)
                return AnswerStatus.Saved;
            if (now > set.DueAt)
                return AnswerStatus.PastDue;
            answer.TakeBack();
            return AnswerStatus.Saved;
        });

    /// <summary>Begins with what the student wrote to the same question outside any assignment; what was typed meanwhile comes after it.</summary>
    public async Task<AnswerResult> UseEarlierAsync(Guid student, int assignment, string question, AnswerDraft draft)
    {
        await using var db = store.Read();
        var earlier = await db.Answers.Where(answer => answer.AccountId == student && answer.AssignmentId == null && answer.QuestionId == question)
            .Select(answer => answer.Text).SingleOrDefaultAsync();
        var text = string.IsNullOrWhiteSpace(draft.Text) ? earlier : $"{earlier}\n\n{draft.Text}";
        return await SaveAsync(student, assignment, question, draft with { Text = text });
    }

    // What comes after an answer was handed in, from a tab that did not know, is not lost.
    private static AnswerStatus SetAside(Answer answer, AnswerDraft sent, DateTime now)
    {
        if (sent.Text == answer.Text && sent.Choices!.SequenceEqual(answer.Choices))
            return AnswerStatus.Saved;
        answer.SetAside(sent.Text!, sent.Choices!, now);
        return AnswerStatus.HandedIn;
    }

    private async Task<AnswerResult> ChangeAsync(
        Guid student, int assignment, string question, AnswerDraft draft, Func<Answer, AnswerDraft, SetQuestion, DateTime, AnswerStatus> change)
    {
        var text = UserText.Clean(draft.Text, int.MaxValue);
        if (text.Length > Answer.MaxLength)
            return new(AnswerStatus.TooLong);
        var now = clock.GetUtcNow().UtcDateTime;
        var known = await library.Questions.Where(one => one.Id == question)
            .Select(one => new { one.PageKey, one.PromptText, one.Form, Choices = one.Choices.Count }).SingleOrDefaultAsync();
        var choices = (draft.Choices ?? []).Where(choice => choice >= 0 && choice < (known?.Choices ?? 0)).Distinct().Order()
            .Take(known?.Form == QuestionForm.ChooseOne ? 1 : int.MaxValue).ToList();
        var sent = new AnswerDraft(known is { Choices: > 0 } ? "" : text, choices, draft.BuiltOn);

        return await store.WriteAsync<AnswerResult>(async db =>
        {
            if (await FindAsync(db, student, assignment, question, now) is not { } set)
                return new(AnswerStatus.NotFound);
            if (set.IsClosed)
                return new(AnswerStatus.Closed);
            var answer = await db.Answers
                .SingleOrDefaultAsync(one => one.AccountId == student && one.AssignmentId == assignment && one.QuestionId == question);
            var isNew = answer is null;
            answer ??= new()
            {
                AccountId = student,
                AssignmentId = assignment,
                QuestionId = question,
                PageKey = known?.PageKey ?? set.PageKey,
                Prompt = UserText.Clean(known?.PromptText ?? set.Words, MaxPrompt),
                SavedAt = now,
            };
            if (answer.IsSubmitted || answer.Version != sent.BuiltOn)
                await db.LoadSetAsideAsync(answer);
            var status = change(answer, sent, set, now);
            if (isNew && !answer.IsEmpty)
                db.Answers.Add(answer);
            return new(status, answer, set.Zone);
        });
    }

    private static Task<SetQuestion?> FindAsync(StudyDb db, Guid student, int assignment, string question, DateTime now) => (
        from set in db.AssignmentsFor(student, now)
        where set.Id == assignment
        from item in set.Items
        where item.QuestionId == question
        join ofClass in db.Classes on set.ClassId equals ofClass.Id
        select new SetQuestion(
            item.PageKey, item.Words, set.DueAt, ofClass.ArchivedAt != null || set.ClosesAt != null && set.ClosesAt <= now, ofClass.TimeZone))
        .FirstOrDefaultAsync();

    private sealed record SetQuestion(string PageKey, string Words, DateTime DueAt, bool IsClosed, string Zone);
}

/// <summary>What a student sends to a question.</summary>
/// <param name="BuiltOn">The save of the answer that the writer had before them.</param>
public sealed record AnswerDraft(string? Text, List<int>? Choices, int BuiltOn);

/// <summary>What became of something a student sent.</summary>
/// <param name="Answer">The answer as it stands now; null where there is none.</param>
/// <param name="Zone">The class's time zone; null where nothing was saved.</param>
public sealed record AnswerResult(AnswerStatus Status, Answer? Answer = null, string? Zone = null)
{
    /// <summary>Why it was not done, in a sentence for the student; null where it was.</summary>
    public string? Sentence => Status switch
    {
        AnswerStatus.Closed =>
            "This assignment is closed, so nothing more can be saved or handed in. What you typed is still here: copy it if you need it.",
        AnswerStatus.HandedIn =>
            "This answer has been handed in. What you just sent is kept among its versions; take the answer back to go on writing.",
        AnswerStatus.Conflict =>
            "This answer was also changed in another tab or on another device. Both texts are here: put together what you want to keep, then save.",
        AnswerStatus.TooLong => string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"An answer may have at most {Answer.MaxLength:N0} characters. Please shorten it; nothing of it is lost meanwhile."),
        AnswerStatus.Empty => "There is nothing to hand in yet.",
        AnswerStatus.PastDue => "What is handed in can be taken back until it is due, and that time has passed.",
        _ => null,
    };
}

public enum AnswerStatus
{
    Saved,

    /// <summary>There is no such question in an assignment of this student.</summary>
    NotFound,

    /// <summary>The assignment takes nothing more.</summary>
    Closed,

    /// <summary>It was handed in and would have to be taken back first. What came is kept among the versions.</summary>
    HandedIn,

    /// <summary>Another tab or device saved something else. What came is kept among the versions.</summary>
    Conflict,

    TooLong,

    /// <summary>There is nothing to hand in.</summary>
    Empty,

    /// <summary>It was due already: what is handed in stays so.</summary>
    PastDue,
}
