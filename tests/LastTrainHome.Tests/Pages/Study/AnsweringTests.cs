using System.Net;
using LastTrainHome.Classroom;
using LastTrainHome.Tests.Pages.Account;
using Xunit;

namespace LastTrainHome.Tests.Pages.Study;

public sealed class AnsweringTests(StudySite site) : IClassFixture<StudySite>
{
    [Fact]
    public async Task A_draft_is_saved_while_it_is_typed()
    {
        var room = await ClassRoom.OfAsync(site, "typed");

        var (status, body) = await room.AutosaveAsync("It keeps the dark.", 0);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("\"version\":1", body, StringComparison.Ordinal);
        Assert.Contains("It keeps the dark.", await room.Student.ReadAsync(room.RealPage), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_saved_by_a_button_where_no_script_runs()
    {
        var room = await ClassRoom.OfAsync(site, "button");

        using var answer = await room.SendAsync("Save", "One thought\r\nand another");

        Assert.Equal($"{room.RealPage}#q-{ClassRoom.Open}", answer.Headers.Location?.ToString());
        Assert.Equal("One thought\nand another", (await room.AnswerAsync())?.Text);
    }

    [Fact]
    public async Task What_a_database_cannot_keep_is_left_out_at_the_door()
    {
        var room = await ClassRoom.OfAsync(site, "cleaned");

        await room.AutosaveAsync("One\0 thought", 0);

        Assert.Equal("One thought", (await room.AnswerAsync())?.Text);
    }

    [Fact]
    public async Task Two_tabs_never_overwrite_each_other()
    {
        var room = await ClassRoom.OfAsync(site, "two tabs");
        await room.AutosaveAsync("From the first tab.", 0);

        var (status, body) = await room.AutosaveAsync("From the second tab.", 0);
        using var form = await room.SendAsync("Save", "From a third tab.");
        var page = await form.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (status, form.StatusCode));
        Assert.Contains("From the first tab.", body, StringComparison.Ordinal);
        Assert.Contains("From a third tab.", page, StringComparison.Ordinal);
        var answer = await room.AnswerAsync();
        Assert.Equal("From the first tab.", answer?.Text);
        Assert.Equal(["From a third tab.", "From the second tab."], answer?.Versions.Where(version => version.IsAside).Select(version => version.Text).Order());
    }

    [Fact]
    public async Task What_is_sent_without_a_session_is_shown_and_not_saved()
    {
        var room = await ClassRoom.OfAsync(site, "lost session");

        using var answer = await site.Visitor().SendAsync($"{room.OpenAddress}?handler=HandIn", new() { ["Text"] = "Half an hour <of> work", ["BuiltOn"] = "0" });
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("Half an hour &lt;of&gt; work", page, StringComparison.Ordinal);
        Assert.Contains("/sign-in?to=", page, StringComparison.Ordinal);
        Assert.Null(await room.AnswerAsync());
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_and_its_text_kept_in_sight()
    {
        var room = await ClassRoom.OfAsync(site, "token");

        using var answer = await room.Student.SendAsync($"{room.OpenAddress}?handler=Save", new() { ["Text"] = "Still here", ["BuiltOn"] = "0" }, withToken: false);
        var (status, _) = await room.AutosaveAsync("Nor this", 0, withToken: false);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (answer.StatusCode, status));
        Assert.Contains("Still here", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Null(await room.AnswerAsync());
    }

    [Fact]
    public async Task An_answer_that_is_too_long_is_refused_and_its_text_kept_in_sight()
    {
        var room = await ClassRoom.OfAsync(site, "too long");
        var text = new string('x', Answer.MaxLength + 1);

        using var answer = await room.SendAsync("HandIn", text);
        var (status, _) = await room.AutosaveAsync(text, 0);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.RequestEntityTooLarge), (answer.StatusCode, status));
        Assert.Contains(text, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_handed_in_can_be_taken_back_until_it_is_due()
    {
        var room = await ClassRoom.OfAsync(site, "taken back");
        using var handed = await room.SendAsync("HandIn", "My answer");
        Assert.True((await room.AnswerAsync())?.IsSubmitted);
        Assert.Contains("Take back", await room.Student.ReadAsync(room.RealPage), StringComparison.Ordinal);

        await room.Student.SendAsync($"{room.OpenAddress}?handler=TakeBack", []);
        Assert.False((await room.AnswerAsync())?.IsSubmitted);

        using var again = await room.SendAsync("HandIn", "My answer", 3);
        await room.ChangeAsync(set => set.DueAt = site.Now.AddMinutes(-1));
        using var refused = await room.Student.SendAsync($"{room.OpenAddress}?handler=TakeBack", []);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("that time has passed", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.True((await room.AnswerAsync())?.IsSubmitted);
    }

    [Fact]
    public async Task What_is_handed_in_after_it_was_due_is_marked_late()
    {
        var room = await ClassRoom.OfAsync(site, "late");
        await room.ChangeAsync(set => set.DueAt = site.Now.AddMinutes(-1));

        using var handed = await room.SendAsync("HandIn", "A day after");

        Assert.Equal((true, true), ((await room.AnswerAsync())!.IsSubmitted, (await room.AnswerAsync())!.IsLate));
        Assert.Contains("can no longer be taken back", await room.Student.ReadAsync(room.RealPage), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_stale_tab_saves_after_handing_in_is_kept_beside_the_answer()
    {
        var room = await ClassRoom.OfAsync(site, "stale");
        using var handed = await room.SendAsync("HandIn", "Handed in");

        var (status, _) = await room.AutosaveAsync("And one thing more", 1);

        var answer = await room.AnswerAsync();
        Assert.Equal((HttpStatusCode.Forbidden, "Handed in"), (status, answer?.Text));
        Assert.Contains(answer!.Versions, version => version.IsAside && version.Text == "And one thing more");
    }

    [Fact]
    public async Task A_closed_assignment_takes_nothing_and_shows_what_was_typed()
    {
        var room = await ClassRoom.OfAsync(site, "closed set");
        await room.ChangeAsync(set => (set.DueAt, set.ClosesAt) = (site.Now.AddMinutes(-2), site.Now.AddMinutes(-1)));

        await room.Student.ReadAsync($"/study/assignments/{room.Set}");
        await room.Student.ReadAsync("/account");
        using var answer = await room.Student.SendAsync($"{room.OpenAddress}?handler=HandIn", new() { ["Text"] = "Too late", ["BuiltOn"] = "0" });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Too late", page, StringComparison.Ordinal);
        Assert.Contains("closed", page, StringComparison.Ordinal);
        Assert.Null(await room.AnswerAsync());
    }

    [Fact]
    public async Task Nothing_cannot_be_handed_in()
    {
        var room = await ClassRoom.OfAsync(site, "nothing");

        using var answer = await room.SendAsync("HandIn", "  \n ");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotEqual(true, (await room.AnswerAsync())?.IsSubmitted);
    }

    [Fact]
    public async Task A_choice_is_told_right_or_wrong_only_after_it_is_handed_in()
    {
        var room = await ClassRoom.OfAsync(site, "choice");
        var before = await room.Student.ReadAsync(room.RealPage);
        Assert.DoesNotContain("Check your answer", before, StringComparison.Ordinal);
        Assert.DoesNotContain("leaves out small children", before, StringComparison.Ordinal);

        await room.Student.SendAsync($"{room.ChoiceAddress}?handler=HandIn", new() { ["Choices"] = "0", ["BuiltOn"] = "0" });
        var wrong = await room.Student.ReadAsync(room.RealPage);
        Assert.Contains("At the barrier it is.", wrong, StringComparison.Ordinal);
        Assert.DoesNotContain("leaves out small children", wrong, StringComparison.Ordinal);

        await room.Student.SendAsync($"{room.ChoiceAddress}?handler=TakeBack", []);
        await room.Student.ReadAsync(room.RealPage);
        await room.Student.SendAsync($"{room.ChoiceAddress}?handler=HandIn", new() { ["Choices"] = "1", ["BuiltOn"] = $"{(await room.AnswerAsync(ClassRoom.Choice))!.Version}" });
        Assert.Contains("That is right.", await room.Student.ReadAsync(room.RealPage), StringComparison.Ordinal);
        Assert.Equal(2, (await room.AnswerAsync(ClassRoom.Choice))?.Tries);
    }

    [Fact]
    public async Task What_was_written_before_can_be_used_for_the_assignment()
    {
        var room = await ClassRoom.OfAsync(site, "before");
        var own = new Answer { AccountId = room.StudentId, QuestionId = ClassRoom.Open, PageKey = ClassRoom.Page, Prompt = "?", SavedAt = site.Now };
        own.Write("Written at home", [], 0, site.Now);
        await site.Store.WriteAsync(db => Task.FromResult(db.Answers.Add(own)), TestContext.Current.CancellationToken);
        Assert.Contains("You wrote this before", await room.Student.ReadAsync(room.RealPage), StringComparison.Ordinal);

        using var answer = await room.SendAsync("Earlier", "And now this");

        Assert.Equal("Written at home\n\nAnd now this", (await room.AnswerAsync())?.Text);
    }

    [Fact]
    public async Task A_question_that_has_gone_keeps_its_words_and_its_answer()
    {
        var room = await ClassRoom.OfAsync(site, "gone");
        await room.ChangeAsync(set => set.Items.Add(new() { Position = 3, PageKey = "sections/gone", QuestionId = "gone-since", Words = "What was asked once?" }));

        Assert.Contains("What was asked once?", await room.Student.ReadAsync($"/study/assignments/{room.Set}"), StringComparison.Ordinal);
        var address = $"/study/assignments/{room.Set}/questions/gone-since";
        Assert.Contains("no longer part of the study", await room.Student.ReadAsync(address), StringComparison.Ordinal);
        using var answer = await room.Student.SendAsync($"{address}?handler=HandIn", new() { ["Text"] = "Answered all the same", ["BuiltOn"] = "0" });
        Assert.Equal(address, answer.Headers.Location?.ToString());
        Assert.Equal("What was asked once?", (await room.AnswerAsync("gone-since"))?.Prompt);
    }

    [Fact]
    public async Task A_save_reads_and_writes_the_answer_and_none_of_its_versions()
    {
        await using var own = new StudySite();
        using var queries = new LastTrainHome.Tests.Web.StoreQueries(own.StoreFile); // before the first question
        await own.InitializeAsync();
        var room = await ClassRoom.OfAsync(own, "one row");
        await room.AutosaveAsync("A long first thought about the film", 0);
        await room.AutosaveAsync("Short", 1); // which keeps the first as a version
        await room.Student.ReadAsync(room.RealPage);
        queries.Clear();

        var (status, _) = await room.AutosaveAsync("Short and sweet", 2);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains(queries.Texts, text => text.Contains("UPDATE \"Answers\"", StringComparison.Ordinal));
        Assert.DoesNotContain(queries.Texts, text => text.Contains("AnswerVersions", StringComparison.Ordinal));
        Assert.Equal((3, "Short and sweet"), ((await room.AnswerAsync())!.Version, (await room.AnswerAsync())!.Text));
    }

    [Fact]
    public async Task A_page_says_when_no_more_is_set_aside_than_may_be()
    {
        var room = await ClassRoom.OfAsync(site, "many tabs");
        await room.AutosaveAsync("From the first tab", 0);
        Assert.DoesNotContain("are kept.</p>", await room.Student.ReadAsync($"/study/answers/{(await room.AnswerAsync())!.Id}"), StringComparison.Ordinal);

        for (var number = 0; number < Answer.MostSetAside + 2; number++)
        {
            site.Clock.Advance(TimeSpan.FromSeconds(1));
            await room.AutosaveAsync($"From another tab, {number}", 0);
        }

        var answer = (await room.AnswerAsync())!;
        Assert.Equal(Answer.MostSetAside, answer.Versions.Count(version => version.IsAside));
        Assert.Contains($"the newest {Answer.MostSetAside} are kept", await room.Student.ReadAsync($"/study/answers/{answer.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_whose_answer_it_is_sees_its_versions_and_restores_one()
    {
        var room = await ClassRoom.OfAsync(site, "versions");
        await room.AutosaveAsync("A long first thought about the film", 0);
        await room.AutosaveAsync("Short", 1);
        var answer = (await room.AnswerAsync())!;
        var address = $"/study/answers/{answer.Id}";

        Assert.Contains("A long first thought", await room.Student.ReadAsync(address), StringComparison.Ordinal);
        await room.Student.SendAsync(address, new() { ["version"] = $"{answer.Versions[0].Id}", ["builtOn"] = $"{answer.Version}" });
        Assert.Equal("A long first thought about the film", (await room.AnswerAsync())?.Text);

        var other = await site.VisitorAsync(await site.StudentAsync(room.Class, "egret"));
        using var refused = await other.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    [Fact]
    public async Task A_comment_stands_at_the_answer_and_is_new_once()
    {
        var room = await ClassRoom.OfAsync(site, "comment");
        await room.AutosaveAsync("My draft", 0);
        var id = (await room.AnswerAsync())!.Id;
        await site.Store.WriteAsync(db => Task.FromResult(db.Comments.Add(new() { AnswerId = id, TeacherId = room.TeacherId, Text = "Go on", Html = "<p>Go on</p>", At = site.Now })), TestContext.Current.CancellationToken);

        Assert.Contains("1 new comment", await room.Student.ReadAsync("/study"), StringComparison.Ordinal);
        Assert.Contains("<p>Go on</p>", await room.Student.ReadAsync(room.RealPage), StringComparison.Ordinal);
        var page = await room.Student.ReadAsync($"/study/answers/{id}");
        Assert.Contains("1 new comment", await room.Student.ReadAsync("/study"), StringComparison.Ordinal); // looking changes nothing
        var until = System.Text.RegularExpressions.Regex.Match(page, "name=\"until\" value=\"(\\d+)\"").Groups[1].Value;
        await site.Store.WriteAsync(db => Task.FromResult(db.Comments.Add(new() { AnswerId = id, TeacherId = room.TeacherId, Text = "More", Html = "<p>More</p>", At = site.Now.AddMinutes(1) })), TestContext.Current.CancellationToken);

        await room.Student.ReadAsync($"/study/answers/{id}");
        using var seen = await room.Student.SendAsync($"/study/answers/{id}?handler=Seen", new() { ["until"] = until, ["back"] = room.RealPage });

        Assert.Equal(room.RealPage, seen.Headers.Location?.ToString());
        Assert.Contains("1 new comment", await room.Student.ReadAsync("/study"), StringComparison.Ordinal); // the second was not shown then
    }
}
