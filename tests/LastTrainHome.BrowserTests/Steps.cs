using System.Text;
using System.Text.RegularExpressions;
using LastTrainHome.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Playwright;
using Xunit;

namespace LastTrainHome.BrowserTests;

/// <summary>What people do in a browser that more than one test needs.</summary>
internal static class Steps
{
    /// <summary>The password of every member of staff.</summary>
    public const string Password = "seven grey cranes over water";

    /// <summary>Makes a teacher's account in the store, with a password.</summary>
    public static async Task<Account> TeacherAsync(this Site site, string name)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var teacher = Account.OfStaff(name, DateTime.UtcNow, teaches: true);
        var made = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(teacher, Password);
        Assert.True(made.Succeeded);
        return teacher;
    }

    /// <summary>Signs a teacher in through the page for it.</summary>
    public static async Task SignInAsync(this Window window, Account teacher)
    {
        await window.GoAsync("/sign-in");
        await window.Page.Locator("[name=Name]").FillAsync(teacher.UserName!);
        await window.Page.Locator("[name=Password]").FillAsync(Password);
        await window.Page.Locator("form[action*=Staff] button").ClickAsync();
        await Assertions.Expect(window.Page).ToHaveURLAsync("/teach");
    }

    /// <summary>Sets a page to the teacher's only class, as the form stands: two clicks.</summary>
    public static async Task AssignAsync(this Window window, string page)
    {
        await window.GoAsync("/" + page);
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Assign" }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Set it" }).First.ClickAsync();
    }

    /// <summary>Joins a class with its code; the new card is on screen then.</summary>
    public static async Task JoinAsync(this Window window, string code, string pseudonym)
    {
        await window.GoAsync("/join");
        await window.Page.Locator("[name=Code]").FillAsync(code);
        await window.Page.Locator("[name=Pseudonym]").FillAsync(pseudonym);
        await window.Page.GetByLabel("mine").CheckAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Join" }).ClickAsync();
        await Assertions.Expect(window.Page).ToHaveURLAsync(new Regex("/card[^/]*$"));
    }

    /// <summary>Loads a file of names into the teacher's browser.</summary>
    public static Task LoadNamesAsync(this IPage page, string text) => page.LoadNamesAsync(Encoding.UTF8.GetBytes(text));

    /// <inheritdoc cref="LoadNamesAsync(IPage, string)"/>
    public static async Task LoadNamesAsync(this IPage page, byte[] bytes)
    {
        await Assertions.Expect(page.Locator("details.names")).ToBeAttachedAsync();
        await page.Locator("#_names-file").SetInputFilesAsync(new FilePayload { Name = "names.csv", MimeType = "text/csv", Buffer = bytes });
    }

    /// <summary>A student's real name stands by the number.</summary>
    public static Task ExpectNameAsync(this IPage page, int number, string name) =>
        Assertions.Expect(page.Locator($"[data-student-number='{number}'] .real-name").First).ToHaveTextAsync(name);

    /// <summary>Downloads the assignment's table, with the names this browser knows.</summary>
    public static async Task<string> TableWithNamesAsync(this IPage page)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Table with names (CSV)" }).ClickAsync());
        return await File.ReadAllTextAsync(await download.PathAsync(), Encoding.UTF8, TestContext.Current.CancellationToken);
    }
}
