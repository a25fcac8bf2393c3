using System.Net;
using LastTrainHome.Classroom;
using LastTrainHome.Tests.Pages.Account;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Tests.Pages.Study;

/// <summary>A class with one teacher and one student, and an assignment of a chapter with a question of each kind.</summary>
internal sealed class ClassRoom
{
    /// <summary>An open question on <see cref="Page"/>.</summary>
    public const string Open = "show-or-tell";

    /// <summary>A question there with one right choice, the second.</summary>
    public const string Choice = "count-the-baby";

    public const string Page = "sections/who-crosses";

    private ClassRoom(StudySite site) => Site = site;

    public StudySite Site { get; }
    public Guid TeacherId { get; private init; }
    public Guid StudentId { get; private init; }
    public int Class { get; private init; }
    public int Set { get; private init; }
    public Visitor Teacher { get; private init; } = null!;
    public Visitor Student { get; private init; } = null!;
    public string OpenAddress => $"/study/assignments/{Set}/questions/{Open}";
    public string ChoiceAddress => $"/study/assignments/{Set}/questions/{Choice}";
    public string RealPage => $"/{Page}?assignment={Set}";

    public static async Task<ClassRoom> OfAsync(StudySite site, string name)
    {
        var teacher = await site.StaffAsync(name, teaches: true);
        var room = await site.ClassAsync(teacher.Id);
        var student = await site.StudentAsync(room, "heron");
        var set = new Assignment { ClassId = room, Title = "Who crosses", OpensAt = site.Now, DueAt = site.Now.AddDays(7), TimeZone = "Europe/Amsterdam", MadeAt = site.Now };
        set.Items.Add(new() { Position = 0, PageKey = Page, Words = "Who crosses" });
        set.Items.Add(new() { Position = 1, PageKey = Page, QuestionId = Choice, Words = "How often is the baby counted?" });
        set.Items.Add(new() { Position = 2, PageKey = Page, QuestionId = Open, Words = "What does the film gain?" });
        await site.Store.WriteAsync(db => Task.FromResult(db.Assignments.Add(set)));
        return new(site)
        {
            TeacherId = teacher.Id,
            StudentId = student,
            Class = room,
            Set = set.Id,
            Teacher = await site.VisitorAsync(teacher.Id),
            Student = await site.VisitorAsync(student),
        };
    }

    public Task ChangeAsync(Action<Assignment> change) => Site.Store.WriteAsync(async db => change(await db.Assignments.Include(set => set.Items).SingleAsync(set => set.Id == Set)));

    public async Task<Answer?> AnswerAsync(string question = Open)
    {
        await using var db = Site.Store.Read();
        return await db.Answers.Include(answer => answer.Versions).Include(answer => answer.Comments).AsNoTracking()
            .SingleOrDefaultAsync(answer => answer.AccountId == StudentId && answer.AssignmentId == Set && answer.QuestionId == question);
    }

    /// <summary>Sends the form of the open question from the page it stands on.</summary>
    public async Task<HttpResponseMessage> SendAsync(string handler, string text, int builtOn = 0)
    {
        await Student.GetAsync(RealPage);
        return await Student.SendAsync($"{OpenAddress}?handler={handler}", new() { ["Text"] = text, ["BuiltOn"] = $"{builtOn}" });
    }

    /// <summary>Sends what the script sends while somebody types.</summary>
    public async Task<(HttpStatusCode Status, string Body)> AutosaveAsync(string text, int builtOn, bool withToken = true)
    {
        var page = await Student.ReadAsync(RealPage);
        var token = System.Text.RegularExpressions.Regex.Match(page, "name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;
        var request = new HttpRequestMessage(HttpMethod.Post, $"{OpenAddress}?handler=Autosave") { Content = JsonContent.Create(new { text, choices = Array.Empty<int>(), builtOn }) };
        if (withToken)
            request.Headers.Add("RequestVerificationToken", token);
        using var answer = await Student.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
