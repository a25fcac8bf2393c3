using LastTrainHome.Classroom;
using LastTrainHome.Library;
using LastTrainHome.Store;
using LastTrainHome.Web.Routing;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases;

/// <summary>Students × items of one assignment, or of all of a class: who has done what.</summary>
internal sealed class ClassOverview
{
    private readonly Dictionary<(Guid Account, int Item), Cell> cells;

    private ClassOverview(Class of, List<Student> students, List<Assignment> assignments, Dictionary<(Guid, int), Cell> cells)
    {
        (Class, Students, Assignments) = (of, students, assignments);
        this.cells = cells;
    }

    public Class Class { get; }

    /// <summary>Those who are in: not who waits, nor who has left, nor cards that nobody has used.</summary>
    public List<Student> Students { get; }

    /// <summary>The newest first, each with its items in order.</summary>
    public List<Assignment> Assignments { get; }

    public Cell this[Student student, AssignmentItem item] => cells.GetValueOrDefault((student.AccountId, item.Id), Cell.Empty);

    /// <summary>How many of an assignment's items a student has finished.</summary>
    public int Finished(Student student, Assignment assignment) => assignment.Items.Count(item => this[student, item].State.IsFinished());

    /// <summary>How many students have finished all of an assignment.</summary>
    public int Through(Assignment assignment) => Students.Count(student => assignment.Items.Count > 0 && Finished(student, assignment) == assignment.Items.Count);

    /// <summary>How many students have finished one item.</summary>
    public int Through(AssignmentItem item) => Students.Count(student => this[student, item].State.IsFinished());

    /// <summary>Reads it for the teacher whose class it is; null where there is no such class or assignment of hers.</summary>
    /// <param name="only">One assignment; null: all of the class.</param>
    public static async Task<ClassOverview?> ReadAsync(StudyDb db, Guid teacher, int ofClass, int? only, CancellationToken cancel)
    {
        if (await db.ClassesOf(teacher).SingleOrDefaultAsync(one => one.Id == ofClass, cancel) is not { } found)
            return null;
        var students = await db.Students
            .Where(student => student.ClassId == ofClass && student.LeftAt == null && !student.IsWaiting && !student.IsUnclaimed)
            .OrderBy(student => student.Number)
            .ToListAsync(cancel);
        var assignments = await db.Assignments
            .Where(assignment => assignment.ClassId == ofClass && (only == null || assignment.Id == only))
            .Include(assignment => assignment.Items.OrderBy(item => item.Position))
            .OrderByDescending(assignment => assignment.Id)
            .ToListAsync(cancel);
        var ids = assignments.ConvertAll(assignment => assignment.Id);
        var answers = await db.Answers
            .Where(answer => answer.AssignmentId != null && ids.Contains(answer.AssignmentId.Value))
            .Select(answer => new
            {
                answer.AccountId,
                AssignmentId = answer.AssignmentId!.Value,
                answer.QuestionId,
                Begun = answer.Text != "" || answer.Choices.Count > 0,
                answer.SubmittedAt,
                answer.IsLate,
                Comments = answer.Comments.Count,
            })
            .ToListAsync(cancel);
        var reads = await db.PagesRead
            .Where(read => read.AssignmentId != null && ids.Contains(read.AssignmentId.Value))
            .Select(read => new { read.AccountId, AssignmentId = read.AssignmentId!.Value, read.PageKey, read.At })
            .ToListAsync(cancel);

        var cells = new Dictionary<(Guid, int), Cell>();
        foreach (var assignment in assignments)
        {
            var questions = assignment.Items.Where(item => item.QuestionId is not null).ToLookup(item => item.QuestionId);
            var pages = assignment.Items.Where(item => item.QuestionId is null).ToLookup(item => item.PageKey);
            foreach (var answer in answers.Where(answer => answer.AssignmentId == assignment.Id))
                foreach (var item in questions[answer.QuestionId])
                    cells[(answer.AccountId, item.Id)] = new(ItemStates.OfQuestion(answer.Begun, answer.SubmittedAt, answer.IsLate), answer.SubmittedAt, answer.Comments);
            foreach (var read in reads.Where(read => read.AssignmentId == assignment.Id))
                foreach (var item in pages[read.PageKey])
                    cells[(read.AccountId, item.Id)] = new(ItemStates.OfPage(read.At, assignment.DueAt), read.At, 0);
        }

        return new(found, students, assignments, cells);
    }

    /// <summary>The same for one assignment, found by itself.</summary>
    public static async Task<ClassOverview?> OfAssignmentAsync(StudyDb db, Guid teacher, int assignment, CancellationToken cancel) =>
        await db.AssignmentsOf(teacher).Where(one => one.Id == assignment).Select(one => (int?)one.ClassId).SingleOrDefaultAsync(cancel) is { } ofClass
            ? await ReadAsync(db, teacher, ofClass, assignment, cancel)
            : null;

    /// <summary>The page an item stands on.</summary>
    public static string AddressOf(AssignmentItem item) =>
        item.PageKey.Split('/') is [var folder, var slug] && PageKinds.FromFolder(folder) is { } kind
            ? item.QuestionId is { } question ? Addresses.OfQuestion(kind, slug, question) : kind.Address(slug)
            : "/";

    /// <param name="At">When it was handed in or ticked.</param>
    /// <param name="Comments">How many comments the teacher has made on it.</param>
    public readonly record struct Cell(ItemState State, DateTime? At, int Comments)
    {
        public static Cell Empty => default;
    }
}
