using LastTrainHome.Classroom;
using LastTrainHome.Tests.Pages.Account;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Tests.Pages.Teach;

/// <summary>A teacher with a class, two students and an assignment of one page and two questions; and another teacher with none of it.</summary>
public sealed class School
{
    public const string Open = "show-or-tell";
    public const string Choice = "why-fewer-passengers";
    private static int made;

    private School(StudySite site) => Site = site;

    public StudySite Site { get; }
    public required Visitor Teacher { get; init; }
    public required Guid TeacherId { get; init; }

    /// <summary>Somebody who teaches too, another class.</summary>
    public required Visitor Stranger { get; init; }

    public required int Class { get; init; }
    public required int Assignment { get; init; }
    public required Guid First { get; init; }
    public required Guid Second { get; init; }

    public static async Task<School> OpenAsync(StudySite site)
    {
        var name = $"teacher {Interlocked.Increment(ref made)}";
        var (teacher, other) = (await site.StaffAsync(name, teaches: true), await site.StaffAsync($"other {name}", teaches: true));
        var one = await site.ClassAsync(teacher.Id);
        await site.ClassAsync(other.Id);
        var (first, second) = (await site.StudentAsync(one, "Heron"), await site.StudentAsync(one, "Magpie"));
        var set = new Assignment
        {
            ClassId = one,
            Title = "The ferry",
            OpensAt = site.Now.AddDays(-2),
            DueAt = site.Now.AddDays(5),
            TimeZone = "Europe/Amsterdam",
            MadeAt = site.Now.AddDays(-2),
            Items =
            [
                new() { Position = 0, PageKey = "sections/the-landing", Words = "The landing" },
                new() { Position = 1, PageKey = "sections/the-landing", QuestionId = Choice, Words = "Which of these could explain a fall?" },
                new() { Position = 2, PageKey = "sections/who-crosses", QuestionId = Open, Words = "What does the film gain, and lose?" },
            ],
        };
        await site.Store.WriteAsync(db => Task.FromResult(db.Assignments.Add(set)));
        return new(site)
        {
            Teacher = await site.VisitorAsync(teacher.Id),
            TeacherId = teacher.Id,
            Stranger = await site.VisitorAsync(other.Id),
            Class = one,
            Assignment = set.Id,
            First = first,
            Second = second,
        };
    }

    /// <summary>An answer of a student's, handed in or not.</summary>
    public Task<int> AnswerAsync(Guid student, string question, string text, int[]? choices = null, bool submitted = true, bool late = false, int minutes = 0) => WriteAnswerAsync(student, question, text, choices ?? [], submitted, late, Site.Now.AddMinutes(minutes));

    public Task ReadPageAsync(Guid student, string page = "sections/the-landing") => Site.Store.WriteAsync(db =>
        Task.FromResult(db.PagesRead.Add(new() { AccountId = student, PageKey = page, AssignmentId = Assignment, At = Site.Now })));

    public Task ArchiveAsync() => Site.Store.WriteAsync(async db => (await db.Classes.SingleAsync(one => one.Id == Class)).ArchivedAt = Site.Now);

    public async Task<Student> StudentAsync(int number)
    {
        await using var db = Site.Store.Read();
        return await db.Students.SingleAsync(student => student.ClassId == Class && student.Number == number);
    }

    private async Task<int> WriteAnswerAsync(Guid student, string question, string text, int[] choices, bool submitted, bool late, DateTime at)
    {
        var answer = new Answer { AccountId = student, AssignmentId = Assignment, QuestionId = question, PageKey = "sections/the-landing", Prompt = "?", SavedAt = at };
        answer.Write(text, choices, 0, at);
        if (submitted)
            answer.Submit(at, late);
        await Site.Store.WriteAsync(db => Task.FromResult(db.Answers.Add(answer)));
        return answer.Id;
    }
}
