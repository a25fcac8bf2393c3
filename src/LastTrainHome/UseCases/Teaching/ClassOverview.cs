using LastTrainHome.Classroom;

namespace LastTrainHome.UseCases.Teaching;

/// <summary>Students × items of one assignment, or of all of a class: who has done what.</summary>
public sealed class ClassOverview
{
    private readonly Dictionary<(Guid Account, int Item), OverviewCell> cells;

    internal ClassOverview(Class ofClass, List<Student> students, List<Assignment> assignments, Dictionary<(Guid, int), OverviewCell> cells)
    {
        (Class, Assignments) = (ofClass, assignments);
        Students = students.FindAll(student => student is { LeftAt: null, IsWaiting: false, IsUnclaimed: false });
        Waiting = students.Count(student => student is { LeftAt: null, IsWaiting: true });
        UnusedCards = students.Count(student => student is { LeftAt: null, IsUnclaimed: true });
        this.cells = cells;
    }

    public Class Class { get; }

    /// <summary>Those who are in, by number: nobody who waits or has left, and no card that nobody has used.</summary>
    public IReadOnlyList<Student> Students { get; }

    /// <summary>How many wait to be let in.</summary>
    public int Waiting { get; }

    /// <summary>How many cards were printed that nobody has used.</summary>
    public int UnusedCards { get; }

    /// <summary>The newest first, each with its items in order.</summary>
    public IReadOnlyList<Assignment> Assignments { get; }

    public OverviewCell this[Student student, AssignmentItem item] => cells.GetValueOrDefault((student.AccountId, item.Id));

    /// <summary>How many of an assignment's items a student has finished.</summary>
    public int CountFinished(Student student, Assignment assignment) => assignment.Items.Count(item => this[student, item].State.IsFinished());

    /// <summary>How many students have finished all of an assignment.</summary>
    public int CountThrough(Assignment assignment) =>
        Students.Count(student => assignment.Items.Count > 0 && CountFinished(student, assignment) == assignment.Items.Count);

    /// <summary>How many students have finished one item.</summary>
    public int CountThrough(AssignmentItem item) => Students.Count(student => this[student, item].State.IsFinished());
}

/// <summary>How far one student is with one item.</summary>
/// <param name="At">When it was handed in or ticked, UTC; null while it is not.</param>
/// <param name="Comments">How many comments the teacher has made on it.</param>
public readonly record struct OverviewCell(ItemState State, DateTime? At, int Comments);
