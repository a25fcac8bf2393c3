using LastTrainHome.Tests;
using Microsoft.Playwright;
using Xunit;

namespace LastTrainHome.BrowserTests;

/// <summary>A teacher's pages in a real browser.</summary>
public sealed class TeachTests(Site site) : BrowserTest(site)
{
    [Fact]
    public async Task Every_page_of_a_teachers_fits_a_phone_and_is_accessible_in_light_and_dark()
    {
        var school = await School.OpenAsync(Site);
        var window = await OpenAsync($"/test/sign-in/{school.Teacher}");
        var faults = await FaultsAsync(window, Addresses(school));
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task A_new_class_tells_its_times_by_the_clock_of_the_browser()
    {
        var school = await School.OpenAsync(Site);
        await using var context = await Site.Browser.NewContextAsync(new() { BaseURL = Site.Address, TimezoneId = "Asia/Kathmandu" });
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/test/sign-in/{await NewTeacherAsync(school)}");
        await page.GotoAsync("/teach");

        await Assertions.Expect(page.GetByLabel("Time zone")).ToHaveValueAsync("Asia/Kathmandu");
    }

    [Fact]
    public async Task Cards_go_ten_to_a_sheet_of_paper_and_nothing_else_is_printed()
    {
        var school = await School.OpenAsync(Site);
        var window = await OpenAsync($"/test/sign-in/{school.Teacher}", Look.Wide);
        await CardsAsync(window, school, 20);
        var pdf = await window.Page.PdfAsync(new() { PreferCSSPageSize = true });

        Assert.Equal(2, System.Text.Encoding.Latin1.GetString(pdf).Split("/Type /Page\n").Length - 1);
    }

    /// <summary>Takes the pictures of docs/teaching.md anew.</summary>
    [Fact(Explicit = true)]
    public async Task The_pictures_of_the_docs_are_taken()
    {
        var school = await School.OpenAsync(Site);
        var window = await OpenAsync($"/test/sign-in/{school.Teacher}", new() { Width = 1000, Height = 640 });
        (string Address, string Name, int Height)[] pictures =
        [
            ($"/teach/classes/{school.Class}", "teach-class", 930), ($"/teach/assignments/{school.Assignment}", "teach-overview", 760),
            ($"/teach/assignments/{school.Assignment}/questions/{school.Question}", "teach-answers", 700), ($"/teach/classes/{school.Class}/students", "teach-students", 620),
        ];
        foreach (var (address, name, height) in pictures)
        {
            await window.GoAsync(address);
            await Assertions.Expect(window.Page.Locator("details.names")).ToBeVisibleAsync();
            if (name == "teach-overview")
                await window.Page.Locator("#_names-file").SetInputFilesAsync(new FilePayload { Name = "names.csv", MimeType = "text/csv", Buffer = "1,Anna de Vries\n2,Bo Li\n3,Chiara Neri\n5,Daan Bakker\n"u8.ToArray() });
            var page = (await window.Page.Locator("main").BoundingBoxAsync())!;
            await window.Page.ScreenshotAsync(new()
            {
                Path = Repository.Path("docs", "pictures", name + ".png"),
                Clip = new() { X = 0, Y = page.Y, Width = 1000, Height = Math.Min(page.Height, height) },
                FullPage = true,
            });
        }

        await CardsAsync(window, school, 4);
        await window.Page.Locator(".sheet").ScreenshotAsync(new() { Path = Repository.Path("docs", "pictures", "teach-cards.png") });
    }

    private static string[] Addresses(School school) =>
    [
        "/teach", $"/teach/classes/{school.Class}", $"/teach/classes/{school.Class}/students", $"/teach/classes/{school.Class}/students/merge?gone=2&kept=1",
        $"/teach/classes/{school.Class}/cards", $"/teach/assignments/{school.Assignment}", $"/teach/assignments/{school.Assignment}/students/1",
        $"/teach/assignments/{school.Assignment}/questions/{school.Question}",
    ];

    private static async Task CardsAsync(Window window, School school, int count)
    {
        await window.GoAsync($"/teach/classes/{school.Class}/cards");
        await window.Page.GetByLabel("How many cards").FillAsync($"{count}");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Make the cards" }).ClickAsync();
        await Assertions.Expect(window.Page.Locator(".card")).ToHaveCountAsync(count);
    }

    private async Task<Guid> NewTeacherAsync(School school)
    {
        await using var scope = Site.Services.CreateAsyncScope();
        var account = LastTrainHome.Accounts.Account.OfStaff($"new {school.Teacher}", DateTime.UtcNow, teaches: true);
        (account.NormalizedUserName, account.SecurityStamp) = (account.UserName!.ToUpperInvariant(), LastTrainHome.Accounts.Token.New());
        await scope.ServiceProvider.GetRequiredService<LastTrainHome.Store.StudyStore>().WriteAsync(db => Task.FromResult(db.Accounts.Add(account)), TestContext.Current.CancellationToken);
        return account.Id;
    }
}
