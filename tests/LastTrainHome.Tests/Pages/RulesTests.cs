using System.Net;
using LastTrainHome.Classroom;
using LastTrainHome.Tests.Pages.Account;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Xunit;

namespace LastTrainHome.Tests.Pages;

/// <summary>Who may open what. One table; its routes are compared with those of the running app, so that none can be forgotten.</summary>
public sealed class RulesTests(RulesSite site) : IClassFixture<RulesSite>
{
    // A route, an address of it, and what each visitor is answered; one answer alone goes for everybody. "in": sent to sign in.
    // Below a page its forms: "ok" is whatever the page says of an empty one, "in" is 401.
    private const string Table = """
        route                                         address                              nobody student stranger teacher colleague editor owner
        /                                             /                                    200
        /about                                        /about                               200
        /about/design                                 /about/design                        200
        /boxes/statistics/{slug}/{from}..{to}         /boxes/statistics/passengers/2008..2013-ferry   200
        /boxes/statistics/{slug}/{fragment}           /boxes/statistics/passengers/2009-ferry   200
        /boxes/{folder}/{slug}                        /boxes/terms/parom                   200
        /claims                                       /claims                              200
        /claims/{slug}                                /claims/nobody-leaves                200
        /compare                                      /compare                             200
        /error                                        /error                               500
          POST                                        /error                               500
        /events                                       /events                              301
        /events/{slug}                                /events/premiere                     301
        /favicon.ico                                  /favicon.ico                         301
        /health/live                                  /health/live                         200
        /health/ready                                 /health/ready                        200
        /lessons                                      /lessons                             200
        /lessons/{slug}                               /lessons/counting-a-crossing         200
        /my-work                                      /my-work                             200
        /offline                                      /offline                             200
        /offline/study.json                           /offline/study.json                  200
        /people                                       /people                              200
        /people/{slug}                                /people/nina-petrovna                200
        /places                                       /places                              200
        /places/{slug}                                /places/kizhva                       200
        /privacy                                      /privacy                             200
        /report                                       /report                              200
          POST                                        /report                              ok
        /report/sent                                  /report/sent                         200
        /robots.txt                                   /robots.txt                          200
        /scenes                                       /scenes                              200
        /scenes/{slug}                                /scenes/fog                          200
        /search                                       /search?q=parom                      200
        /sections                                     /sections                            200
        /sections/{slug}                              /sections/the-landing                200
        /settings                                     /settings                            200
        /sitemap.xml                                  /sitemap.xml                         200
        /sources                                      /sources                             200
        /sources/{key}                                {source}                             200
        /sources/{key}.bib                            {source}.bib                         200
        /sources/{key}.json                           {source}.json                        200
        /sources/{key}.ris                            {source}.ris                         200
        /statistics                                   /statistics                          200
        /statistics/{slug}                            /statistics/ice                      200
        /statistics/{slug}.csv                        /statistics/ice.csv                  200
        /statistics/{slug}.json                       /statistics/ice.json                 200
        /status/{code:int}                            /status/404                          404
          POST                                        /status/404                          404
        /sw.js                                        /sw.js                               200
        /terms                                        /terms                               200
        /terms/cards                                  /terms/cards                         200
        /terms/cards.txt                              /terms/cards.txt                     200
        /terms/{slug}                                 /terms/parom                         200
        /themes                                       /themes                              200
        /themes/{slug}                                /themes/crossing                     200
        /timeline                                     /timeline                            200

        /account                                      /account                             in  200 200 200 200 200 200
          POST                                        /account                             in  404 404 ok  ok  ok  ok
        /account/delete                               /account/delete                      in  200 200 200 200 200 200
          POST                                        /account/delete                      in  ok  ok  ok  ok  ok  ok
        /card                                         /card                                in  200 200 403 403 403 403
          POST                                        /card                                in  ok  ok  403 403 403 403
          POST Mine                                   /card?handler=Mine                   in  ok  ok  403 403 403 403
        /invitation                                   /invitation?token=none               200
          POST                                        /invitation?token=none               ok
        /join                                         /join                                200
          POST                                        /join                                ok
        /join/name                                    /join/name                           in  302 302 403 403 403 403
          POST                                        /join/name                           in  ok  ok  403 403 403 403
        /join/waiting                                 /join/waiting                        in  302 302 403 403 403 403
        /sign-in                                      /sign-in                             200
          POST Card                                   /sign-in?handler=Card                ok
          POST Staff                                  /sign-in?handler=Staff               ok
        /sign-out                                     /sign-out                            200
          POST                                        /sign-out                            ok
        /staff                                        /staff                               in  403 403 403 403 403 200
          POST Invite                                 /staff?handler=Invite                in  403 403 403 403 403 ok
          POST Reset                                  /staff?handler=Reset&id={nobody}     in  403 403 403 403 403 404
          POST Close                                  /staff?handler=Close&id={nobody}     in  403 403 403 403 403 404
          POST Open                                   /staff?handler=Open&id={nobody}      in  403 403 403 403 403 404

        /desk/reports                                 /desk/reports                        in  403 403 403 403 200 200
          POST Close                                  /desk/reports?handler=Close&id=999   in  403 403 403 403 404 404
          POST Reopen                                 /desk/reports?handler=Reopen&id=999  in  403 403 403 403 404 404

        /study                                        /study                               in  200 200 403 403 403 403
        /study/answers/{id:int}                       /study/answers/{answer}              in  200 404 403 403 403 403
          POST                                        /study/answers/{answer}              in  404 404 403 403 403 403
          POST Seen                                   /study/answers/{answer}?handler=Seen in  ok  404 403 403 403 403
        /study/assignments/{id:int}                   /study/assignments/{assignment}      in  200 404 403 403 403 403
          POST Read                                   /study/assignments/{assignment}?handler=Read      in  404 404 403 403 403 403
          POST Unread                                 /study/assignments/{assignment}?handler=Unread    in  404 404 403 403 403 403
        /study/assignments/{id:int}/questions/{question}       /study/assignments/{assignment}/questions/one-warm-winter                     in  200 404 403 403 403 403
          POST Save                                            /study/assignments/{assignment}/questions/one-warm-winter?handler=Save        in  ok  404 403 403 403 403
          POST HandIn                                          /study/assignments/{assignment}/questions/one-warm-winter?handler=HandIn      in  400 404 403 403 403 403
          POST TakeBack                                        /study/assignments/{assignment}/questions/one-warm-winter?handler=TakeBack    in  ok  404 403 403 403 403
          POST Earlier                                         /study/assignments/{assignment}/questions/one-warm-winter?handler=Earlier     in  ok  404 403 403 403 403
          POST Autosave                                        /study/assignments/{assignment}/questions/one-warm-winter?handler=Autosave    in  400 400 403 403 403 403

        /teach                                        /teach                               in  403 403 200 200 403 403
          POST                                        /teach                               in  403 403 ok  ok  403 403
        /teach/classes/{id:int}                       /teach/classes/{class}               in  403 403 200 404 403 403
          POST Archive                                /teach/classes/{class}?handler=Archive   in  403 403 ok  404 403 403
          POST Restore                                /teach/classes/{class}?handler=Restore   in  403 403 ok  404 403 403
          POST Ask                                    /teach/classes/{class}?handler=Ask       in  403 403 ok  404 403 403
          POST Trust                                  /teach/classes/{class}?handler=Trust     in  403 403 ok  404 403 403
          POST Close                                  /teach/classes/{class}?handler=Close     in  403 403 ok  404 403 403
          POST Open                                   /teach/classes/{class}?handler=Open      in  403 403 ok  404 403 403
          POST Code                                   /teach/classes/{class}?handler=Code      in  403 403 ok  404 403 403
          POST Rename                                 /teach/classes/{class}?handler=Rename    in  403 403 ok  404 403 403
        /teach/classes/{id:int}/code.svg              /teach/classes/{class}/code.svg          in  403 403 200 404 403 403
        /teach/classes/{id:int}/cards                 /teach/classes/{class}/cards             in  403 403 200 404 403 403
          POST                                        /teach/classes/{class}/cards             in  403 403 ok  404 403 403
          POST Again                                  /teach/classes/{class}/cards?handler=Again&number=999    in  403 403 404 404 403 403
        /teach/classes/{id:int}/students              /teach/classes/{class}/students          in  403 403 200 404 403 403
          POST LetIn                                  /teach/classes/{class}/students?handler=LetIn&number=999   in  403 403 404 404 403 403
          POST LetAllIn                               /teach/classes/{class}/students?handler=LetAllIn           in  403 403 ok  404 403 403
          POST Decline                                /teach/classes/{class}/students?handler=Decline&number=999 in  403 403 404 404 403 403
          POST Remove                                 /teach/classes/{class}/students?handler=Remove&number=999  in  403 403 404 404 403 403
          POST Return                                 /teach/classes/{class}/students?handler=Return&number=999  in  403 403 404 404 403 403
          POST Rename                                 /teach/classes/{class}/students?handler=Rename&number=999  in  403 403 404 404 403 403
        /teach/classes/{id:int}/students/merge        /teach/classes/{class}/students/merge?kept=1&gone=1      in  403 403 200 404 403 403
          POST                                        /teach/classes/{class}/students/merge?kept=1&gone=1      in  403 403 ok  404 403 403
        /teach/assignments/{id:int}                   /teach/assignments/{assignment}                            in  403 403 200 404 403 403
        /teach/assign                                 /teach/assign?page=/sections/the-landing                   in  403 403 200 200 403 403
          POST                                        /teach/assign?page=/sections/the-landing                   in  403 403 ok  ok  403 403
          POST Withdraw                               /teach/assign?handler=Withdraw                             in  403 403 404 404 403 403
          POST Return                                 /teach/assign?handler=Return                               in  403 403 404 404 403 403
        /teach/assignments/{id:int}/edit              /teach/assignments/{assignment}/edit                       in  403 403 200 404 403 403
          POST                                        /teach/assignments/{assignment}/edit                       in  403 403 ok  404 403 403
          POST Withdraw                               /teach/assignments/{assignment}/edit?handler=Withdraw      in  403 403 ok  404 403 403
          POST Return                                 /teach/assignments/{assignment}/edit?handler=Return        in  403 403 ok  404 403 403
        /teach/assignments/{id:int}/export.csv        /teach/assignments/{assignment}/export.csv                 in  403 403 200 404 403 403
        /teach/assignments/{id:int}/export.json       /teach/assignments/{assignment}/export.json                in  403 403 200 404 403 403
        /teach/assignments/{id:int}/questions/{question}          /teach/assignments/{assignment}/questions/one-warm-winter     in  403 403 200 404 403 403
        /teach/assignments/{id:int}/students/{number:int}         /teach/assignments/{assignment}/students/1                    in  403 403 200 404 403 403
          POST Comment                                            /teach/assignments/{assignment}/students/1?handler=Comment    in  403 403 ok  404 403 403
          POST Delete                                             /teach/assignments/{assignment}/students/1?handler=Delete     in  403 403 404 404 403 403
        """;

    private static readonly string[] Visitors = ["nobody", "student", "stranger", "teacher", "colleague", "editor", "owner"];

    private static readonly List<Rule> Rules = Read();

    public static TheoryData<string> Answered => [.. Rules.Select(rule => rule.ToString())];

    [Fact]
    public async Task Every_route_of_the_running_app_has_a_row_and_every_row_a_route()
    {
        var there = new List<string>();
        var loader = site.Study.Services.GetRequiredService<PageLoader>();
        foreach (var endpoint in site.Study.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Distinct())
        {
            var route = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            if (endpoint.Metadata.Any(about => about.GetType().Name.StartsWith("StaticAsset", StringComparison.Ordinal)) || route.StartsWith("/test/", StringComparison.Ordinal))
                continue;
            there.Add(route);
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
                there.AddRange((await loader.LoadAsync(page, endpoint.Metadata)).HandlerMethods.Where(form => form.HttpMethod == "Post").Select(form => $"{route} POST {form.Name}".TrimEnd()));
        }

        var told = Rules.Select(rule => rule.Name).ToList();
        Assert.Equal([], there.Distinct().Except(told).Select(route => $"no row: {route}").Concat(told.Except(there).Select(row => $"no route: {row}")));
    }

    [Theory, MemberData(nameof(Answered))]
    public async Task Each_visitor_is_answered_as_the_table_says(string named)
    {
        var rule = Rules.Find(one => one.ToString() == named)!;
        var answers = new List<string>();
        foreach (var name in Visitors)
        {
            await using var place = await site.MakeAsync();
            var visitor = await place.VisitorAsync(name);
            if (rule.IsForm)
                await visitor.ReadAsync(name == "nobody" ? "/join" : "/sign-out"); // a page with a form, for its token
            using var answer = rule.IsForm ? await visitor.SendAsync(place.Fill(rule.Address), []) : await visitor.GetAsync(place.Fill(rule.Address));
            answers.Add(Word(rule, answer));
        }

        Assert.Equal($"{rule}: {string.Join(' ', rule.Answers)}", $"{rule}: {string.Join(' ', answers)}"); // whole, to be read in one line
    }

    [Fact]
    public async Task No_form_is_taken_without_its_token()
    {
        await using var place = await site.MakeAsync();
        var taken = new List<string>();
        foreach (var rule in Rules.Where(rule => rule.IsForm && rule.Answers[0] is not ("404" or "500"))) // what is shown after a mistake changes nothing
        {
            var allowed = rule.Answers.FindIndex(answer => answer is not ("in" or "403"));
            var visitor = await place.VisitorAsync(Visitors[allowed]);
            using var answer = await visitor.SendAsync(place.Fill(rule.Address), [], withToken: false);
            if (answer.StatusCode != HttpStatusCode.BadRequest)
                taken.Add($"{rule}: {(int)answer.StatusCode}");
        }

        Assert.Equal([], taken);
    }

    private static string Word(Rule rule, HttpResponseMessage answer) => (int)answer.StatusCode switch
    {
        302 when answer.Headers.Location!.ToString().Contains("/sign-in?to=", StringComparison.Ordinal) => "in",
        401 => "in",
        var code and (>= 400 and not 410 and not 422 and not 429) => $"{code}",
        var code when !rule.IsForm => $"{code}",
        _ => "ok",
    };

    private static List<Rule> Read()
    {
        var rules = new List<Rule>();
        var page = "";
        foreach (var line in Table.Split('\n').Skip(1).Where(line => line.Length > 0))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var isForm = words[0] == "POST";
            if (!isForm)
                page = words[0];
            var at = Array.FindIndex(words, 1, word => word.StartsWith('/') || word.StartsWith('{'));
            var answers = words[(at + 1)..];
            rules.Add(new(string.Join(' ', isForm ? [page, .. words[..at]] : words[..at]), words[at], isForm, answers.Length == 1 ? [.. Enumerable.Repeat(answers[0], Visitors.Length)] : [.. answers]));
        }

        return rules;
    }

    private sealed record Rule(string Name, string Address, bool IsForm, List<string> Answers)
    {
        public override string ToString() => Name;
    }
}

/// <summary>A site with people of every kind; each question gets a class of its own, so that no form spoils the next.</summary>
public sealed class RulesSite : IAsyncLifetime
{
    private readonly Dictionary<string, Guid> people = [];

    public StudySite Study { get; } = new();

    public async Task<RulesPlace> MakeAsync()
    {
        var room = await Study.ClassAsync(people["teacher"]);
        var other = await Study.ClassAsync(people["colleague"]);
        var (student, stranger) = (await Study.StudentAsync(room, "Heron"), await Study.StudentAsync(other, "Otter"));
        var assignment = new Assignment { ClassId = room, Title = "The landing", OpensAt = Study.Now.AddHours(-1), DueAt = Study.Now.AddDays(7), TimeZone = "Europe/Amsterdam", MadeAt = Study.Now.AddHours(-1) };
        assignment.Items.Add(new() { Position = 0, PageKey = "sections/the-landing", Words = "The landing" });
        assignment.Items.Add(new() { Position = 1, PageKey = "sections/the-landing", QuestionId = "one-warm-winter", Words = "One warm winter?" });
        await Study.Store.WriteAsync(db => Task.FromResult(db.Assignments.Add(assignment)));
        var answer = new Answer { AccountId = student, AssignmentId = assignment.Id, QuestionId = "one-warm-winter", PageKey = "sections/the-landing", Prompt = "One warm winter?", SavedAt = Study.Now };
        await Study.Store.WriteAsync(db => Task.FromResult(db.Answers.Add(answer)));
        return new(Study, new(people) { ["student"] = student, ["stranger"] = stranger }, room, assignment.Id, answer.Id);
    }

    public async ValueTask InitializeAsync()
    {
        await Study.InitializeAsync();
        people["teacher"] = (await Study.StaffAsync("teacher", teaches: true)).Id;
        people["colleague"] = (await Study.StaffAsync("colleague", teaches: true)).Id;
        people["editor"] = (await Study.StaffAsync("editor", edits: true)).Id;
        people["owner"] = (await Study.StaffAsync("owner", owns: true)).Id;
    }

    public ValueTask DisposeAsync() => Study.DisposeAsync();
}

/// <summary>One class with one student and one assignment, and the others who have no business in it.</summary>
public sealed class RulesPlace(StudySite site, Dictionary<string, Guid> people, int room, int assignment, int answer) : IAsyncDisposable
{
    public async Task<Visitor> VisitorAsync(string name) => name == "nobody" ? site.Visitor() : await site.VisitorAsync(people[name]);

    public string Fill(string address) => address
        .Replace("{class}", $"{room}", StringComparison.Ordinal)
        .Replace("{assignment}", $"{assignment}", StringComparison.Ordinal)
        .Replace("{answer}", $"{answer}", StringComparison.Ordinal)
        .Replace("{nobody}", $"{Guid.Empty}", StringComparison.Ordinal)
        .Replace("{source}", "/sources/" + Source(), StringComparison.Ordinal);

    private string Source()
    {
        using var scope = site.Services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<LastTrainHome.Library.LibraryDb>().Sources.Select(source => source.Slug).First();
    }

    // A form that deletes an account must not take the next question's people away.
    public async ValueTask DisposeAsync() => await site.Store.WriteAsync(async db =>
    {
        foreach (var account in await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToListAsync(db.Accounts.Where(account => account.Studies)))
            db.Accounts.Remove(account);
    });
}
