using System.Text.Json;
using LastTrainHome.Classroom;
using LastTrainHome.Library;
using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases.Studying;

/// <summary>Takes over what a reader did on a device before they had an account: pages they read, answers they wrote. Only what the study
/// knows is taken.</summary>
public sealed class TakeOverDeviceWork(StudyStore store, LibraryDb library, TimeProvider clock)
{
    private const int Most = 500;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { MaxDepth = 8 };

    /// <param name="sent">What the device sent: <see cref="DeviceWork"/> in JSON.</param>
    /// <returns>How much was taken; null when it could not be read.</returns>
    public async Task<TakenOver?> TakeAsync(Guid account, string? sent, CancellationToken cancel)
    {
        DeviceWork? work;
        try
        {
            work = JsonSerializer.Deserialize<DeviceWork>(sent ?? "", Json);
        }
        catch (JsonException)
        {
            return null;
        }

        var pages = await KnownPagesAsync([.. (work?.Read ?? []).OfType<PageOnDevice>().Where(page => page.Page is not null).Take(Most)], cancel);
        var answers = await KnownAnswersAsync([.. (work?.Answers ?? []).OfType<AnswerOnDevice>().Where(answer => answer.Question is not null).Take(Most)], cancel);
        return await store.WriteAsync(db => KeepAsync(db, account, pages, answers), CancellationToken.None);
    }

    private static async Task<TakenOver> KeepAsync(StudyDb db, Guid account, List<(string Key, DateTime At)> pages, List<KnownAnswer> answers)
    {
        var before = await db.PagesRead.Where(page => page.AccountId == account && page.AssignmentId == null).Select(page => page.PageKey).ToListAsync();
        var fresh = pages.Where(page => !before.Contains(page.Key)).ToList();
        db.PagesRead.AddRange(fresh.Select(page => new PageRead { AccountId = account, PageKey = page.Key, At = page.At }));

        var asked = answers.ConvertAll(answer => answer.Question.Id);
        var existing = await db.Answers
            .Where(answer => answer.AccountId == account && answer.AssignmentId == null && asked.Contains(answer.QuestionId)).ToListAsync();
        foreach (var (question, text, choices, at) in answers)
        {
            if (existing.Find(answer => answer.QuestionId == question.Id) is not { } answer)
            {
                answer = new() { AccountId = account, QuestionId = question.Id, PageKey = question.PageKey, Prompt = question.PromptText, SavedAt = at };
                answer.Write(text, choices, 0, at);
                db.Answers.Add(answer);
            }
            else if (answer.Text != text || !answer.Choices.SequenceEqual(choices))
            {
                // What is here is not overwritten: the other text is kept beside it.
                await db.LoadSetAsideAsync(answer);
                answer.SetAside(text, choices, at);
            }
        }

        return new(fresh.Count, answers.Count);
    }

    private async Task<List<(string Key, DateTime At)>> KnownPagesAsync(List<PageOnDevice> pages, CancellationToken cancel)
    {
        var keys = pages.Select(page => page.Page).ToList();
        var known = await library.Pages.Where(page => keys.Contains(page.Key)).Select(page => page.Key).ToListAsync(cancel);
        return [.. known.Select(key => (key, Instant(pages.First(page => page.Page == key).At)))];
    }

    private async Task<List<KnownAnswer>> KnownAnswersAsync(List<AnswerOnDevice> answers, CancellationToken cancel)
    {
        var ids = answers.Select(answer => answer.Question).ToList();
        var questions = await library.Questions.Where(question => ids.Contains(question.Id)).Include(question => question.Choices).ToListAsync(cancel);
        return
        [
            .. from question in questions
            let answer = answers.First(one => one.Question == question.Id)
            let text = question.Form == QuestionForm.Open ? UserText.Clean(answer.Text, Answer.MaxLength) : ""
            let choices = (answer.Choices ?? []).Where(choice => choice >= 0 && choice < question.Choices.Count).Distinct().Order().ToList()
            where text.Trim().Length > 0 || choices.Count > 0
            select new KnownAnswer(question, text, choices, Instant(answer.At)),
        ];
    }

    // By the device's own clock: never later than now, nor from before there was anything to read.
    private DateTime Instant(double milliseconds)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var earliest = now.AddYears(-3);
        if (!double.IsFinite(milliseconds) || milliseconds < 0 || milliseconds > (now - DateTime.UnixEpoch).TotalMilliseconds)
            return now;
        var at = DateTime.UnixEpoch.AddMilliseconds(milliseconds);
        return at < earliest ? earliest : at;
    }

    private sealed record KnownAnswer(Question Question, string Text, List<int> Choices, DateTime At);
}

/// <summary>How much was taken over.</summary>
public sealed record TakenOver(int Pages, int Answers)
{
    /// <summary>The same in a sentence for the student.</summary>
    public string Sentence =>
        $"{Pages} {(Pages == 1 ? "page" : "pages")} you have read and {Answers} {(Answers == 1 ? "answer" : "answers")} are yours now.";
}

/// <summary>What a device sends.</summary>
public sealed record DeviceWork(List<PageOnDevice?>? Read, List<AnswerOnDevice?>? Answers);

/// <param name="Page">The page's key.</param>
/// <param name="At">Milliseconds since 1970.</param>
public sealed record PageOnDevice(string? Page, double At);

/// <param name="Question">The question's id.</param>
/// <param name="At">Milliseconds since 1970.</param>
public sealed record AnswerOnDevice(string? Question, string? Text, List<int>? Choices, double At);
