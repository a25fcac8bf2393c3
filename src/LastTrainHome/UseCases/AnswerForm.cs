using LastTrainHome.Accounts;
using LastTrainHome.Classroom;
using LastTrainHome.Library;
using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases;

/// <summary>A question with what a student has written to it, and the form to write.</summary>
public sealed record AnswerForm(Work Work, Step Step, string Draft)
{
    /// <summary>From how many characters on the form says how many are left.</summary>
    public const int NearlyFull = Answer.MaxLength - 2_000;

    /// <summary>The question as the library has it; null when it has gone.</summary>
    public Question? Question { get; init; }

    /// <summary>What the student wrote to the same question on his own.</summary>
    public Answer? Earlier { get; init; }

    /// <summary>What was sent and could not be kept; null when there is nothing of the kind.</summary>
    public Draft? Sent { get; init; }

    /// <summary>Why what was sent could not be kept.</summary>
    public string? Why { get; init; }

    /// <summary>Whether the answer stands otherwise than what was sent builds on: both are shown.</summary>
    public bool IsConflict { get; init; }

    public Answer? Answer => Step.Answer;
    public string Id => Step.Item.QuestionId!;
    public string Action => AddressOf(Work.Assignment.Id, Id);
    public string Text => Sent?.Text ?? Answer?.Text ?? "";
    public IReadOnlyList<int> Picked => Sent?.Choices ?? Answer?.Choices ?? [];
    public bool IsChoice => Question is { Form: not QuestionForm.Open };

    /// <summary>The save the form builds on.</summary>
    public int BuiltOn => Answer?.Version ?? 0;

    public bool CanTakeBack => Work.IsOpen && !Work.IsLate;

    /// <summary>The page where one question of an assignment stands alone.</summary>
    public static string AddressOf(int assignment, string question) => $"/study/assignments/{assignment}/questions/{Uri.EscapeDataString(question)}";

    /// <summary>Under what name a device keeps what was not sent yet: another account's is never found under it.</summary>
    public static string DraftOf(Guid student, int assignment, string question) => $"{DraftsOf(student)}{assignment}:{question}";

    /// <summary>How the names of all of an account's drafts begin. They tell nothing of whose they are.</summary>
    public static string DraftsOf(Guid account) => $"{Token.Hash($"drafts of {account}")[..20].ToLowerInvariant()}:";

    public static async Task<AnswerForm> ReadAsync(StudyStore store, LibraryDb library, Work work, Step step, Guid student, CancellationToken cancel)
    {
        var id = step.Item.QuestionId!;
        await using var db = store.Read();
        return new(work, step, DraftOf(student, work.Assignment.Id, id))
        {
            Question = await library.Questions.Where(question => question.Id == id).Include(question => question.Choices.OrderBy(choice => choice.Position)).AsNoTracking().SingleOrDefaultAsync(cancel),
            Earlier = step.Answer is { IsEmpty: false } ? null
                : await db.Answers.AsNoTracking().SingleOrDefaultAsync(answer => answer.AccountId == student && answer.AssignmentId == null && answer.QuestionId == id && answer.Text != "", cancel),
        };
    }
}

/// <summary>What a form sends.</summary>
/// <param name="BuiltOn">The save the writer had before him.</param>
public sealed record Draft(string? Text, List<int>? Choices, int BuiltOn);
