using LastTrainHome.Classroom;
using LastTrainHome.UseCases.Teaching;

namespace LastTrainHome.Web;

/// <summary>An answer that was handed in, with the forms to comment on it: shown by <c>Teach/_Answer</c>.</summary>
/// <param name="Assignment">The assignment it was handed in for; comments are sent there.</param>
/// <param name="Zone">The class's time zone.</param>
/// <param name="CanComment">Whether the class still goes on.</param>
/// <param name="BackTo">The page a comment returns to: <c>work</c> or <c>question</c>.</param>
public sealed record AnswerToComment(int Assignment, SubmittedAnswer Submitted, string Zone, bool CanComment, string BackTo)
{
    /// <summary>A comment on this answer that was refused; null where none was.</summary>
    public RefusedComment? Refused { get; init; }
}

/// <summary>A comment that was refused.</summary>
/// <param name="Comment">The comment that was to be changed; null for a new one.</param>
/// <param name="Text">As typed.</param>
public sealed record RefusedComment(int? Comment, string? Text, string Sentence);

/// <summary>What stands at the head of each page about one class: shown by <c>Teach/_ClassHead</c>.</summary>
/// <param name="Part">Which of its pages this is: <c>""</c>, <c>/students</c>, <c>/cards</c>; null for a page below them.</param>
/// <param name="Title">This page's heading; the class's name where it is null.</param>
public sealed record ClassHead(Class Class, string? Part, string? Title = null);

/// <summary>A student as lists show one: the number, the chosen name, and a place for the name that only the teacher's browser knows.</summary>
public sealed record StudentLabel(int Number, string Pseudonym);
