using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace LastTrainHome.BrowserTests;

/// <summary>The whole line in one run, through the pages alone: a class is made, a chapter is set, three students do it on their phones, and their teacher sees it.</summary>
public sealed partial class WholeLineTests(Site site) : BrowserTest(site)
{
    private const string Chapter = "sections/no-seats";
    private const string Question = "count-the-boardings";
    private const string Praise = "You counted the way back too: good.";
    private const string File = "number,name\n1,Annelotte Wijdeveld\n2,\"Lindqvist, Bobby\"\n3,Çiğdem Kayaoğlu\n";

    private static readonly string[] Pseudonyms = ["Heron", "Paper boat", "小鹿"];
    private static readonly string[] Names = ["Annelotte Wijdeveld", "Lindqvist, Bobby", "Çiğdem Kayaoğlu"];
    private static readonly string[] Answers = ["Four: two each way, for two people.", "Two there, and \"two\" back;\nso four.", "四次。 Four."];

    [Fact]
    public async Task A_class_is_made_a_chapter_set_three_students_answer_and_their_teacher_sees_it_while_no_name_leaves_her_browser()
    {
        var began = DateTimeOffset.UtcNow.AddSeconds(-1);
        var desk = await OpenAsync(look: Look.Wide);
        await desk.SignInAsync(await Site.TeacherAsync("Teacher of the whole line"));
        var code = await MakeClassAsync(desk, "Film, third year");
        await desk.AssignAsync(Chapter);
        await Expect(desk.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Set to Film, third year.");
        var overview = new Uri(desk.Page.Url).AbsolutePath;

        var phones = new List<Window>();
        foreach (var (pseudonym, answer) in Pseudonyms.Zip(Answers))
        {
            var phone = await OpenAsync(look: new() { Width = 390, Height = 844, Touch = true });
            phones.Add(phone);
            await phone.JoinAsync(code, pseudonym);
            await phone.Page.GetByRole(AriaRole.Button, new() { Name = "I have written it down" }).TapAsync();
            await phone.Page.GetByRole(AriaRole.Link, new() { Name = "Begin" }).TapAsync();
            await DoAsync(phone, answer, isOfflineInTheMiddle: phones.Count == 2);
        }

        await desk.GoAsync(overview);
        await desk.Page.LoadNamesAsync(File);
        for (var number = 1; number <= Names.Length; number++)
            await desk.Page.ExpectNameAsync(number, Names[number - 1]);
        await Expect(desk.Page.Locator(".sums td").First).ToHaveTextAsync("3 of 3 done");
        await desk.Page.Locator($"thead a[href$='/questions/{Question}']").ClickAsync();
        for (var number = 1; number <= Names.Length; number++)
        {
            await desk.Page.ExpectNameAsync(number, Names[number - 1]);
            await Expect(desk.Page.Locator($"#a-{number} .written")).ToHaveTextAsync(Answers[number - 1]);
        }

        await desk.Page.Locator("#a-2 summary", new() { HasText = "Comment" }).ClickAsync();
        await desk.Page.GetByLabel("Comment on number 2’s answer").FillAsync(Praise);
        await desk.Page.Locator("#a-2").GetByRole(AriaRole.Button, new() { Name = "Save the comment" }).ClickAsync();
        await Expect(desk.Page.Locator("#a-2 .comment")).ToContainTextAsync(Praise);

        await ReadCommentAsync(phones[1]);

        await desk.GoAsync(overview);
        await desk.Page.ExpectNameAsync(1, Names[0]);
        Compare(await desk.Page.TableWithNamesAsync(), began);

        var sent = new List<string>();
        foreach (var window in phones.Prepend(desk))
        {
            sent.AddRange(await window.SentAsync());
            Assert.Empty(window.Abroad);
            Assert.DoesNotContain(window.Errors, error => !error.Contains("net::ERR_INTERNET_DISCONNECTED", StringComparison.Ordinal));
        }

        Assert.All([.. Pseudonyms, "四次", Praise], said => Assert.Contains(sent, request => request.Contains(said, StringComparison.Ordinal))); // the record holds what was typed
        Assert.All(Names.SelectMany(name => name.Split(' ', ',')).Where(word => word.Length > 0), word => Assert.DoesNotContain(sent, request => request.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    private static async Task<string> MakeClassAsync(Window desk, string name)
    {
        await desk.Page.GetByLabel("Name of the class").FillAsync(name);
        await desk.Page.GetByLabel("Time zone").SelectOptionAsync("Europe/Amsterdam");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Make the class" }).ClickAsync();
        return await desk.Page.Locator(".class-code").InnerTextAsync();
    }

    // Answers the question, hands it in and ticks the chapter, on the chapter's own page.
    private static async Task DoAsync(Window phone, string answer, bool isOfflineInTheMiddle)
    {
        var question = phone.Page.Locator($"#q-{Question}");
        var (field, state) = (question.Locator("textarea"), question.Locator("[data-state]"));
        var half = answer.Length / 2;
        await field.FillAsync(answer[..half]);
        await Expect(state).ToContainTextAsync("saved ");
        await phone.Context.SetOfflineAsync(isOfflineInTheMiddle);
        await field.FillAsync(answer);
        if (isOfflineInTheMiddle)
        {
            await Expect(state).ToContainTextAsync("Not sent: kept on this device");
            await phone.Context.SetOfflineAsync(false);
        }

        await Expect(state).ToContainTextAsync("saved ");
        await question.GetByRole(AriaRole.Button, new() { Name = "Hand in" }).TapAsync();
        await Expect(question).ToContainTextAsync("Handed in");
        await phone.Page.Locator("#_task").GetByRole(AriaRole.Button, new() { Name = "I have read this" }).TapAsync();
        await Expect(phone.Page.Locator("#_task .ticked")).ToBeVisibleAsync();
        Assert.Equal(0, await phone.SidewaysAsync());
    }

    private static async Task ReadCommentAsync(Window phone)
    {
        await phone.GoAsync("/study");
        await Expect(phone.Page.Locator(".set-work")).ToContainTextAsync("1 new comment");
        await phone.Page.Locator(".set-work h3 a").TapAsync();
        await phone.Page.GetByRole(AriaRole.Link, new() { Name = "1 comment" }).TapAsync();
        await Expect(phone.Page.Locator(".comment")).ToContainTextAsync(Praise);
    }

    // Every row of the table is what the students did.
    private static void Compare(string csv, DateTimeOffset began)
    {
        var rows = Cell().Matches(csv).Select(cell => (Text: cell.Groups["bare"].Success ? cell.Groups["bare"].Value : cell.Groups["quoted"].Value.Replace("\"\"", "\"", StringComparison.Ordinal), Ends: cell.Groups["end"].Value != ","))
            .Aggregate(new List<List<string>> { new() }, (table, cell) =>
            {
                table[^1].Add(cell.Text);
                if (cell.Ends)
                    table.Add([]);
                return table;
            });
        rows.RemoveAll(row => row.Count == 0);
        Assert.Equal(["number", "name", "pseudonym", "item", "state", "handed in", "late", "tries", "text", "choices", "comment"], rows[0]);

        foreach (var row in rows.Skip(1))
        {
            var student = int.Parse(row[0], CultureInfo.InvariantCulture) - 1;
            Assert.Equal([Names[student], Pseudonyms[student]], row[1..3]);
            var (isRead, isAnswered) = (row[3] == Chapter, row[3] == Question);
            Assert.Equal([isRead || isAnswered ? "done" : "not yet", "", isAnswered ? "1" : "", isAnswered ? Answers[student] : "", "", isAnswered && student == 1 ? Praise : ""], [row[4], .. row[6..]]);
            if (isRead || isAnswered)
                Assert.InRange(DateTimeOffset.Parse(row[5], CultureInfo.InvariantCulture), began, DateTimeOffset.UtcNow);
        }

        Assert.Equal([1, 2, 3], rows.Skip(1).Where(row => row[3] == Question).Select(row => int.Parse(row[0], CultureInfo.InvariantCulture)));
        Assert.Equal(3, rows.Count(row => row[3] == Chapter));
    }

    [GeneratedRegex("(?:\"(?<quoted>(?:[^\"]|\"\")*)\"|(?<bare>[^,\"\r\n]*))(?<end>,|\r\n)")]
    private static partial Regex Cell();
}
