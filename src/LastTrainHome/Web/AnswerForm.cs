using LastTrainHome.Accounts;
using LastTrainHome.Classroom;
using LastTrainHome.Library;
using LastTrainHome.UseCases.Studying;

namespace LastTrainHome.Web;

/// <summary>A question with what a student has written to it, and the form to write.</summary>
/// <param name="Question">The question as the library has it; null when it is gone.</param>
/// <param name="DraftName">Under what name a device keeps what was not sent yet.</param>
public sealed record AnswerForm(AssignmentProgress Assignment, ItemProgress Item, Question? Question, string DraftName)
{
    /// <summary>From how many characters on the form says how many are left.</summary>
    public const int NearlyFull = Answer.MaxLength - 2_000;

    /// <summary>What was sent and could not be kept; null when there is nothing of the kind.</summary>
    public AnswerDraft? Sent { get; init; }

    /// <summary>Why what was sent could not be kept.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether the answer is not what was sent builds on: both are shown.</summary>
    public bool IsConflict { get; init; }

    public Answer? Answer => Item.Answer;

    /// <summary>What the student wrote to the same question outside any assignment, as long as nothing is written here.</summary>
    public Answer? Earlier => Answer is { IsEmpty: false } ? null : Item.Earlier;

    public string Id => Item.QuestionId!;
    public string Action => StudyAddresses.OfQuestion(Assignment.Id, Id);
    public string Text => Sent?.Text ?? Answer?.Text ?? "";
    public IReadOnlyList<int> Picked => Sent?.Choices ?? Answer?.Choices ?? [];
    public bool IsChoice => Question is { Form: not QuestionForm.Open };

    /// <summary>The save the form builds on.</summary>
    public int BuiltOn => Answer?.Version ?? 0;

    public bool CanTakeBack => Assignment is { IsOpen: true, IsLate: false };

    /// <summary>How the names of all of an account's drafts begin: another account's are never found under it, and they do not say whose they are.</summary>
    public static string DraftsOf(Guid account) => $"{Token.Hash($"drafts of {account}")[..20]}:";

    public static AnswerForm Of(AssignmentProgress assignment, ItemProgress item, Question? question, Guid student) =>
        new(assignment, item, question, $"{DraftsOf(student)}{assignment.Id}:{item.QuestionId}");
}
