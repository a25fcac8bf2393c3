using LastTrainHome.Accounts;
using LastTrainHome.Classroom;
using LastTrainHome.Library;
using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.BrowserTests;

/// <summary>A teacher's class with work in it, as it looks in the second week.</summary>
public sealed record School(Guid Teacher, int Class, int Assignment, string Question)
{
    private static readonly string[] Pseudonyms = ["Heron", "Magpie", "Paper boat", "Platform 9", "Blue kettle", "小鹿", "Nightjar", "Seven", "Rook", "Lantern"];

    private static readonly string[] Words =
    [
        "The number counts everybody who has left the place where they are registered, and not everybody who takes a train.",
        "It depends on who is counted. Somebody who moved to the next town is in one of the numbers and not in the other.",
        "I think the essay means workers, but the table counts people of any age.",
        "Fewer than it sounds: some of them never go home for the holiday.",
        "The two sources ask at different times of the year.",
        "我觉得两个数字数的不是同样的人。 I mean: they do not count the same people.",
    ];

    public static async Task<School> OpenAsync(Site site, int students = 10)
    {
        using var scope = site.Services.CreateScope();
        var library = scope.ServiceProvider.GetRequiredService<LibraryDb>();
        var open = await library.Questions.Where(question => question.Form == QuestionForm.Open && question.PageKey.StartsWith("sections/")).OrderBy(question => question.PageKey).FirstAsync();
        var choice = await library.Questions.Where(question => question.Form == QuestionForm.ChooseOne && question.PageKey == open.PageKey).Include(question => question.Choices).FirstOrDefaultAsync()
            ?? await library.Questions.Where(question => question.Form == QuestionForm.ChooseOne).Include(question => question.Choices).FirstAsync();
        var page = await library.Pages.SingleAsync(page => page.Key == open.PageKey);
        var now = DateTime.UtcNow;
        return await scope.ServiceProvider.GetRequiredService<StudyStore>().WriteAsync(async db =>
        {
            var teacher = Account.OfStaff($"teacher {Guid.NewGuid():N}", now, teaches: true);
            db.Accounts.Add(Whole(teacher));
            await db.SaveChangesAsync();
            var one = new Class { Name = "Film, second year", Code = ClassCode.Draw(), TeacherId = teacher.Id, TimeZone = "Europe/Amsterdam", MadeAt = now.AddDays(-9) };
            db.Classes.Add(one);
            await db.SaveChangesAsync();
            var set = new Assignment
            {
                ClassId = one.Id,
                Title = page.Title,
                OpensAt = now.AddDays(-6),
                DueAt = now.AddDays(1),
                TimeZone = one.TimeZone,
                MadeAt = now.AddDays(-6),
                Items =
                [
                    new() { Position = 0, PageKey = page.Key, Words = page.Title },
                    new() { Position = 1, PageKey = choice.PageKey, QuestionId = choice.Id, Words = choice.PromptText },
                    new() { Position = 2, PageKey = open.PageKey, QuestionId = open.Id, Words = open.PromptText },
                ],
            };
            db.Assignments.Add(set);
            await db.SaveChangesAsync();
            for (var number = 0; number < students; number++)
            {
                var account = Whole(Account.OfStudent(SignInCard.Draw(), now.AddDays(-8)));
                db.Accounts.Add(account);
                one.Add(account.Id, Pseudonyms[number % Pseudonyms.Length] + (number < Pseudonyms.Length ? "" : $" {number}"), now.AddDays(-8));
                if (number < students - 2)
                    db.PagesRead.Add(new() { AccountId = account.Id, AssignmentId = set.Id, PageKey = page.Key, At = now.AddDays(-3) });
                if (number % 3 != 2)
                    db.Answers.Add(Answer(account.Id, set.Id, choice, "", [number % Math.Max(1, choice.Choices.Count)], now.AddDays(-2), submit: true, late: number == 4));
                if (number % 4 != 3)
                    db.Answers.Add(Answer(account.Id, set.Id, open, Words[number % Words.Length], [], now.AddDays(-1), submit: number % 4 != 2, late: number == 5));
            }

            return new School(teacher.Id, one.Id, set.Id, open.Id);
        });
    }

    private static Answer Answer(Guid account, int assignment, Question question, string text, int[] choices, DateTime at, bool submit, bool late)
    {
        var answer = new Answer { AccountId = account, AssignmentId = assignment, QuestionId = question.Id, PageKey = question.PageKey, Prompt = question.PromptText, SavedAt = at };
        answer.Write(text, choices, 0, at);
        if (submit)
            answer.Submit(at, late);
        return answer;
    }

    private static Account Whole(Account account)
    {
        (account.NormalizedUserName, account.SecurityStamp) = (account.UserName!.ToUpperInvariant(), Token.New());
        return account;
    }
}
