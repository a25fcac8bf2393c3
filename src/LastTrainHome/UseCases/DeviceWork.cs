using System.Text.Json;
using LastTrainHome.Classroom;
using LastTrainHome.Library;
using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases;

/// <summary>Takes over what a reader did on his device before he had an account: pages he read, answers he wrote. Only what the study knows is taken.</summary>
public sealed class DeviceWork(StudyStore store, LibraryDb library, TimeProvider clock)
{
    private const int Most = 500;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { MaxDepth = 8 };

    /// <param name="sent">What the device sent: <see cref="Work"/> in JSON.</param>
    /// <returns>How much was taken; null when it could not be read.</returns>
    public async Task<Taken?> TakeAsync(Guid account, string? sent, CancellationToken cancel)
    {
        Work? work;
        try
        {
            work = JsonSerializer.Deserialize<Work>(sent ?? "", Json);
        }
        catch (JsonException)
        {
            return null;
        }

        var read = await ReadAsync([.. (work?.Read ?? []).OfType<ReadHere>().Where(page => page.Page is not null).Take(Most)], cancel);
        var answered = await AnsweredAsync([.. (work?.Answers ?? []).OfType<AnsweredHere>().Where(answer => answer.Question is not null).Take(Most)], cancel);
        return await store.WriteAsync(db => KeepAsync(db, account, read, answered), CancellationToken.None);
    }

    private static async Task<Taken> KeepAsync(StudyDb db, Guid account, List<(string Page, DateTime At)> read, List<Given> answered)
    {
        var before = await db.PagesRead.Where(page => page.AccountId == account && page.AssignmentId == null).Select(page => page.PageKey).ToListAsync();
        var fresh = read.Where(page => !before.Contains(page.Page)).ToList();
        db.PagesRead.AddRange(fresh.Select(page => new PageRead { AccountId = account, PageKey = page.Page, At = page.At }));

        var known = await db.Answers.Include(answer => answer.Versions).Where(answer => answer.AccountId == account && answer.AssignmentId == null).ToListAsync();
        foreach (var (question, text, choices, at) in answered)
        {
            if (known.Find(answer => answer.QuestionId == question.Id) is { } standing)
            {
                // What stands here is not overwritten: the other text is kept beside it.
                if (standing.Text != text || !standing.Choices.SequenceEqual(choices))
                    standing.Versions.Add(new() { Number = standing.Version, Text = text, Choices = choices, At = at, IsAside = true });
                continue;
            }

            var answer = new Answer { AccountId = account, QuestionId = question.Id, PageKey = question.PageKey, Prompt = question.PromptText, SavedAt = at };
            answer.Write(text, choices, 0, at);
            db.Answers.Add(answer);
        }

        return new(fresh.Count, answered.Count);
    }

    private async Task<List<(string Page, DateTime At)>> ReadAsync(List<ReadHere> pages, CancellationToken cancel)
    {
        var keys = pages.Select(page => page.Page).ToList();
        var known = await library.Pages.Where(page => keys.Contains(page.Key)).Select(page => page.Key).ToListAsync(cancel);
        return [.. known.Select(key => (key, When(pages.First(page => page.Page == key).At)))];
    }

    private async Task<List<Given>> AnsweredAsync(List<AnsweredHere> answers, CancellationToken cancel)
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
            select new Given(question, text, choices, When(answer.At)),
        ];
    }

    // The device's own clock: never later than now, nor from before there was anything to read.
    private DateTime When(double milliseconds)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var earliest = now.AddYears(-3);
        if (!double.IsFinite(milliseconds) || milliseconds < 0 || milliseconds > (now - DateTime.UnixEpoch).TotalMilliseconds)
            return now;
        var at = DateTime.UnixEpoch.AddMilliseconds(milliseconds);
        return at < earliest ? earliest : at;
    }

    /// <summary>How much was taken over.</summary>
    public sealed record Taken(int Pages, int Answers)
    {
        public override string ToString() => $"{Pages} {(Pages == 1 ? "page" : "pages")} you have read and {Answers} {(Answers == 1 ? "answer" : "answers")} are yours now.";
    }

    /// <summary>What a device sends.</summary>
    public sealed record Work(List<ReadHere?>? Read, List<AnsweredHere?>? Answers);

    /// <param name="Page">The page's key.</param>
    /// <param name="At">Milliseconds since 1970.</param>
    public sealed record ReadHere(string? Page, double At);

    /// <param name="Question">The question's id.</param>
    public sealed record AnsweredHere(string? Question, string? Text, List<int>? Choices, double At);

    private sealed record Given(Question Question, string Text, List<int> Choices, DateTime At);
}
