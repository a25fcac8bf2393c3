using LastTrainHome.Classroom;
using LastTrainHome.Library;
using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases;

/// <summary>How it ended with something a student sent.</summary>
public enum Outcome
{
    Done,

    /// <summary>No such question in an assignment of this student.</summary>
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

/// <summary>Writes, hands in and takes back a student's answers, as far as the assignment lets him.</summary>
public sealed class Answering(StudyStore store, LibraryDb library, TimeProvider clock)
{
    private const int MostWords = 2_000;

    public Task<(Outcome Outcome, Answer? Answer)> SaveAsync(Guid student, int assignment, string question, Draft draft) =>
        WriteAsync(student, assignment, question, draft, (answer, sent, _, now) =>
            answer.IsSubmitted ? Stood(answer, sent, now)
            : answer.Write(sent.Text!, sent.Choices!, sent.BuiltOn, now) ? Outcome.Done
            : Outcome.Conflict);

    public Task<(Outcome Outcome, Answer? Answer)> HandInAsync(Guid student, int assignment, string question, Draft draft) =>
        WriteAsync(student, assignment, question, draft, (answer, sent, set, now) =>
        {
            if (answer.IsSubmitted)
                return Stood(answer, sent, now);
            if (!answer.Write(sent.Text!, sent.Choices!, sent.BuiltOn, now))
                return Outcome.Conflict;
            if (string.IsNullOrWhiteSpace(answer.Text) && answer.Choices.Count == 0)
                return Outcome.Empty;
            answer.Submit(now, set.IsLateAt(now));
            return Outcome.Done;
        });

    public Task<(Outcome Outcome, Answer? Answer)> TakeBackAsync(Guid student, int assignment, string question) =>
        WriteAsync(student, assignment, question, new("", [], 0), (answer, _, set, now) =>
        {
            if (!answer.IsSubmitted)
                return Outcome.Done;
            if (set.IsLateAt(now))
                return Outcome.PastDue;
            answer.TakeBack();
            return Outcome.Done;
        });

    /// <summary>The sentence for whoever sent it.</summary>
    public static string Why(Outcome outcome) => outcome switch
    {
        Outcome.Closed => "This assignment is closed, so nothing more can be saved or handed in. What you typed is still here: copy it if you need it.",
        Outcome.HandedIn => "This answer has been handed in. What you just sent is kept among its versions; take the answer back to go on writing.",
        Outcome.Conflict => "This answer was also changed in another tab or on another device. Both texts are here: put together what you want to keep, then save.",
        Outcome.TooLong => $"An answer may have at most {Answer.MaxLength:N0} characters. Please shorten it; nothing of it is lost meanwhile.",
        Outcome.Empty => "There is nothing to hand in yet.",
        Outcome.PastDue => "What is handed in can be taken back until it is due, and that time has passed.",
        _ => "",
    };

    // What comes after an answer was handed in, from a tab that did not know, is not lost.
    private static Outcome Stood(Answer answer, Draft sent, DateTime now)
    {
        if (sent.Text == answer.Text && sent.Choices!.SequenceEqual(answer.Choices))
            return Outcome.Done;
        answer.SetAside(sent.Text!, sent.Choices!, now);
        return Outcome.HandedIn;
    }

    private async Task<(Outcome, Answer?)> WriteAsync(Guid student, int assignment, string question, Draft draft, Func<Answer, Draft, Assignment, DateTime, Outcome> act)
    {
        var text = UserText.Clean(draft.Text, int.MaxValue);
        if (text.Length > Answer.MaxLength)
            return (Outcome.TooLong, null);
        var now = clock.GetUtcNow().UtcDateTime;
        var known = await library.Questions.Where(one => one.Id == question)
            .Select(one => new { one.PageKey, one.PromptText, one.Form, Choices = one.Choices.Count }).SingleOrDefaultAsync();
        var choices = (draft.Choices ?? []).Where(choice => choice >= 0 && choice < (known?.Choices ?? 0)).Distinct().Order().Take(known?.Form == QuestionForm.ChooseOne ? 1 : int.MaxValue).ToList();
        var sent = new Draft(known is { Choices: > 0 } ? "" : text, choices, draft.BuiltOn);

        return await store.WriteAsync<(Outcome, Answer?)>(async db =>
        {
            var set = await db.AssignmentsFor(student, now).Include(one => one.Items).SingleOrDefaultAsync(one => one.Id == assignment);
            if (set?.Items.Find(one => one.QuestionId == question) is not { } item)
                return (Outcome.NotFound, null);
            if (!set.IsOpenAt(now) || await db.Classes.AnyAsync(one => one.Id == set.ClassId && one.ArchivedAt != null))
                return (Outcome.Closed, null);
            var answer = await db.Answers.Include(one => one.Versions)
                .SingleOrDefaultAsync(one => one.AccountId == student && one.AssignmentId == assignment && one.QuestionId == question);
            var isNew = answer is null;
            answer ??= new()
            {
                AccountId = student,
                AssignmentId = assignment,
                QuestionId = question,
                PageKey = known?.PageKey ?? item.PageKey,
                Prompt = UserText.Clean(known?.PromptText ?? item.Words, MostWords),
                SavedAt = now,
            };
            var outcome = act(answer, sent, set, now);
            if (isNew && !answer.IsEmpty)
                db.Answers.Add(answer);
            return (outcome, answer);
        });
    }
}
