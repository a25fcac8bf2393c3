using System.Net;
using LastTrainHome.Store;
using LastTrainHome.Tests.Pages.Account;
using LastTrainHome.Tests.Pages.Teach;
using LastTrainHome.UseCases.Reporting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LastTrainHome.Tests.Web;

/// <summary>Nothing that was typed is lost when a form cannot be taken: over HTTP, with real failures of the store.</summary>
public sealed class UnsavedFormTests : IAsyncLifetime
{
    private const int Patience = 1; // seconds to wait for another process's lock

    private readonly StudySite site = new(builder => builder.Services.AddSingleton(provider =>
        StudyStore.Open($"Data Source={provider.GetRequiredService<DataFolder>().Store};Default Timeout={Patience}", mostWaiting: 1)));

    private School school = null!;
    private int answer, report;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Every form in which people write: who sends it, where, and the field they write in.</summary>
    public static TheoryData<string> Forms => [.. All.Keys];

    /// <summary>Those whose text is long enough to need room in the file.</summary>
    public static TheoryData<string, int> LongForms => new()
    {
        { "a student's answer", 19_000 }, { "a student's draft", 19_000 }, { "a teacher's comment", 4_900 }, { "instructions", 9_900 }, { "a report", 3_900 },
    };

    private static readonly Dictionary<string, Func<UnsavedFormTests, Form>> All = new()
    {
        ["a student's answer"] = test => new(test.Student, $"/study/assignments/{test.school.Assignment}/questions/{School.Open}?handler=HandIn", "Text", new() { ["BuiltOn"] = "0" }),
        ["a student's draft"] = test => new(test.Student, $"/study/assignments/{test.school.Assignment}/questions/{School.Open}?handler=Save", "Text", new() { ["BuiltOn"] = "0" }),
        ["a teacher's comment"] = test => new(test.school.Teacher, $"/teach/assignments/{test.school.Assignment}/students/1?handler=Comment", "text", new() { ["answer"] = $"{test.answer}" }),
        ["instructions"] = test => new(test.school.Teacher, $"/teach/assignments/{test.school.Assignment}/edit", "Instructions", new()
        {
            ["Title"] = "The ferry",
            ["Items"] = "sections/the-landing",
            ["Due"] = "2026-12-01T20:00",
            ["TakeOut"] = "true",
        }),
        ["a new class"] = test => new(test.school.Teacher, "/teach", "Name", new() { ["Zone"] = "UTC" }),
        ["a class's name"] = test => new(test.school.Teacher, $"/teach/classes/{test.school.Class}?handler=Rename", "name", []),
        ["a student's name"] = test => new(test.school.Teacher, $"/teach/classes/{test.school.Class}/students?handler=Rename", "pseudonym", new() { ["number"] = "1" }),
        ["an editor's note"] = test => new(test.Editor, "/desk/reports?handler=Close", "note", new() { ["id"] = $"{test.report}", ["outcome"] = "mended" }),
        ["a report"] = test => new(test.school.Teacher, "/report", "Text", new() { ["Source"] = "A source to keep." }),
    };

    private Visitor Student { get; set; } = null!;
    private Visitor Editor { get; set; } = null!;

    [Theory, MemberData(nameof(Forms))]
    public async Task While_too_many_writes_wait_the_text_comes_back_and_goes_the_second_time(string named)
    {
        var form = await PrepareAsync(named);
        var (begun, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = site.Store.WriteAsync(_ =>
        {
            begun.SetResult();
            return gate.Task;
        }, Cancel);
        await begun.Task;
        var waiting = site.Store.WriteAsync(_ => Task.CompletedTask, Cancel);

        await ExpectTextAsync(form, HttpStatusCode.ServiceUnavailable, "too much to save");

        gate.SetResult();
        await Task.WhenAll(first, waiting);
        using var again = await SendAsync(form);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
    }

    [Theory, MemberData(nameof(Forms))]
    public async Task While_another_process_holds_the_file_the_text_comes_back(string named)
    {
        var form = await PrepareAsync(named);
        await using var other = new SqliteConnection($"Data Source={site.StoreFile};Pooling=False");
        await other.OpenAsync(Cancel);
        await using var held = await other.BeginTransactionAsync(System.Data.IsolationLevel.Serializable, Cancel);

        await ExpectTextAsync(form, HttpStatusCode.ServiceUnavailable, "Another program");
    }

    [Theory, MemberData(nameof(LongForms))]
    public async Task On_a_full_disk_the_text_comes_back(string named, int length)
    {
        var form = await PrepareAsync(named) with { Typed = new('x', length) };
        await site.Store.WriteAsync(async db =>
        {
            // A pragma takes no parameter. Below what there is it means what there is.
            await db.Database.ExecuteSqlAsync($"PRAGMA max_page_count = 1", Cancel);
        }, Cancel);
        await FillAsync();

        await ExpectTextAsync(form, HttpStatusCode.ServiceUnavailable, "disk is full");
    }

    [Theory, MemberData(nameof(Forms))]
    public async Task When_the_store_is_damaged_the_text_comes_back_and_pages_for_everybody_still_come(string named)
    {
        var form = await PrepareAsync(named);
        await DamageAsync();

        await ExpectTextAsync(form, HttpStatusCode.ServiceUnavailable, "cannot be read");
        using var page = await form.Visitor.GetAsync("/sections/the-landing");
        using var own = await form.Visitor.GetAsync("/account");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), (page.StatusCode, own.StatusCode));
        Assert.Contains("cannot be read", await own.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Forms))]
    public async Task When_the_session_has_ended_the_text_comes_back_with_a_way_to_sign_in(string named)
    {
        if (named == "a report")
            return; // takes no session
        var form = await PrepareAsync(named);
        await site.Store.WriteAsync(db => db.Sessions.ExecuteDeleteAsync(Cancel), Cancel);

        var page = await ExpectTextAsync(form, HttpStatusCode.Unauthorized, "You have been signed out");

        Assert.Contains($"href=\"/sign-in?to={Uri.EscapeDataString(form.Address.Split('?')[0])}\" target=\"_blank\"", page, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Forms))]
    public async Task When_the_form_is_out_of_date_the_text_comes_back_and_goes_the_second_time(string named)
    {
        var form = await PrepareAsync(named);

        await ExpectTextAsync(form, HttpStatusCode.BadRequest, "out of date", withToken: false);

        using var again = await SendAsync(form);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
    }

    [Fact]
    public async Task What_another_site_wrote_is_not_offered_to_be_sent()
    {
        var form = await PrepareAsync("a report");
        var request = new HttpRequestMessage(HttpMethod.Post, form.Address) { Content = new FormUrlEncodedContent(form.Fields) };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        using var answer = await form.Visitor.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain(form.Typed, await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_with_a_password_is_never_shown_again()
    {
        var visitor = site.Visitor();
        using var answer = await visitor.SendAsync("/sign-in?handler=Staff", new() { ["Name"] = "Somebody", ["Password"] = "seven grey cranes" }, withToken: false);
        var page = await answer.Content.ReadAsStringAsync(Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain("Somebody", page, StringComparison.Ordinal);
        Assert.DoesNotContain("cranes", page, StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync()
    {
        await site.InitializeAsync();
        school = await School.OpenAsync(site);
        answer = await school.AnswerAsync(school.First, School.Open, "Darkness.");
        report = (await site.Use<SendReport>().SendAsync("/timeline", "an edition", "A mistake.", null, null)).Number!.Value;
        Student = await site.VisitorAsync(school.Second);
        Editor = await site.VisitorAsync((await site.StaffAsync($"editor {Guid.NewGuid():N}", edits: true)).Id);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    // Somebody who has the page with the form before them.
    private async Task<Form> PrepareAsync(string named)
    {
        var form = All[named](this);
        await form.Visitor.ReadAsync("/report");
        return form;
    }

    private static async Task<string> ExpectTextAsync(Form form, HttpStatusCode status, string sentence, bool withToken = true)
    {
        using var answer = await SendAsync(form, withToken);
        var page = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.Contains(form.Typed, page, StringComparison.Ordinal);
        Assert.Contains($"action=\"{form.Address}\"", page, StringComparison.Ordinal);
        Assert.All(form.Others, other => Assert.Contains($"name=\"{other.Key}\"", page, StringComparison.Ordinal));
        return page;
    }

    private static Task<HttpResponseMessage> SendAsync(Form form, bool withToken = true) => form.Visitor.SendAsync(form.Address, form.Fields, withToken);

    // Pages that are half empty take a text without growing the file.
    private async Task FillAsync()
    {
        for (var number = 0; ; number++)
            try
            {
                await site.Store.WriteAsync(db => Task.FromResult(db.Blobs.Add(new() { Hash = $"{number:D4}", Bytes = new byte[500], IsCompressed = false })), Cancel);
            }
            catch (StoreUnavailableException full) when (full.Fault == StoreFault.Full)
            {
                return;
            }
    }

    private async Task DamageAsync()
    {
        await site.Store.WriteAsync(_ => Task.CompletedTask, Cancel);
        SqliteConnection.ClearAllPools();
        await using (var other = new SqliteConnection($"Data Source={site.StoreFile};Pooling=False"))
        {
            await other.OpenAsync(Cancel);
            await using var checkpoint = other.CreateCommand();
            checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await checkpoint.ExecuteNonQueryAsync(Cancel);
        }

        await using var file = new FileStream(site.StoreFile, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        file.Position = 4096;
        await file.WriteAsync(new byte[file.Length - 4096], Cancel);
    }

    private sealed record Form(Visitor Visitor, string Address, string Field, Dictionary<string, string> Others)
    {
        public string Typed { get; init; } = "Half an hour of work";

        public Dictionary<string, string> Fields => new(Others) { [Field] = Typed };
    }
}
