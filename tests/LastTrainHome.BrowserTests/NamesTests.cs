using Microsoft.Playwright;
using Xunit;

namespace LastTrainHome.BrowserTests;

/// <summary>Students' real names are a file of the teacher's: shown in her browser, and never sent.</summary>
public sealed class NamesTests(Site site) : BrowserTest(site)
{
    private const string File = "\uFEFFnumber;name\r\n1;Anna de Vries\r\n2;\"Bo; \"\"Bobby\"\" Li\"\r\nx;Nobody\r\n3;\r\n\r\n1;Again\r\n10;=Tina Formula\r\n";

    [Fact]
    public async Task Names_from_a_file_are_shown_everywhere_joined_to_the_table_and_never_sent()
    {
        var school = await School.OpenAsync(Site);
        var window = await OpenAsync($"/test/sign-in/{school.Teacher}", Look.Wide);
        var page = window.Page;

        await window.GoAsync($"/teach/assignments/{school.Assignment}");
        await page.LoadNamesAsync(File);
        await Assertions.Expect(page.Locator("#_names-said")).ToContainTextAsync("3 names loaded.");
        Assert.Equal(
            ["Line 4: “x” is not a card number.", "Line 5: no name after number 3.", "Line 7: number 1 stands in an earlier line too; the first one counts."],
            await page.Locator("#_names-said li").AllTextContentsAsync());
        await page.ExpectNameAsync(2, "Bo; \"Bobby\" Li");

        var table = await page.TableWithNamesAsync();
        Assert.StartsWith("number,name,pseudonym,item,", table, StringComparison.Ordinal);
        Assert.Contains("\r\n1,Anna de Vries,Heron,", table, StringComparison.Ordinal);
        Assert.Contains("\r\n2,\"Bo; \"\"Bobby\"\" Li\",Magpie,", table, StringComparison.Ordinal);
        Assert.Contains("\r\n10,'=Tina Formula,Lantern,", table, StringComparison.Ordinal);
        Assert.Contains("\r\n3,,Paper boat,", table, StringComparison.Ordinal);

        foreach (var address in new[] { $"/teach/classes/{school.Class}", $"/teach/classes/{school.Class}/students", $"/teach/assignments/{school.Assignment}/questions/{school.Question}", $"/teach/assignments/{school.Assignment}/students/1" })
        {
            await window.GoAsync(address);
            await page.ExpectNameAsync(1, "Anna de Vries");
        }

        await page.GetByText("Comment", new() { Exact = true }).First.ClickAsync();
        await page.GetByLabel("Comment on number 1’s answer").First.FillAsync("Say more.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the comment" }).First.ClickAsync();
        await Assertions.Expect(page.Locator(".comment")).ToContainTextAsync("Say more.");
        await page.ExpectNameAsync(1, "Anna de Vries");

        var sent = await window.SentAsync();
        Assert.Contains(sent, request => request.Contains("Say more.", StringComparison.Ordinal));
        Assert.DoesNotContain(sent, request => new[] { "Anna", "Bobby", "Tina" }.Any(name => request.Contains(name, StringComparison.Ordinal)));
        Assert.Empty(window.Abroad);
        Assert.Empty(window.Errors);

        await page.Locator("details.names > summary").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove the names from this device" }).ClickAsync();
        await Assertions.Expect(page.Locator(".real-name")).ToHaveCountAsync(0);
        Assert.Equal("null", await page.EvaluateAsync<string>($"String(localStorage.getItem('study:names:{school.Teacher}:{school.Class}'))"));
    }

    [Fact]
    public async Task Names_for_this_tab_only_are_gone_in_another()
    {
        var school = await School.OpenAsync(Site);
        var window = await OpenAsync($"/test/sign-in/{school.Teacher}", Look.Wide);
        await window.GoAsync($"/teach/classes/{school.Class}/students");
        await window.Page.Locator("details.names > summary").ClickAsync();
        await window.Page.GetByLabel("Only until I close this tab").CheckAsync();
        await window.Page.LoadNamesAsync("1\tAnna de Vries");
        await window.Page.ExpectNameAsync(1, "Anna de Vries");

        var other = await window.Context.NewPageAsync();
        await other.GotoAsync($"/teach/classes/{school.Class}/students");
        await Assertions.Expect(other.Locator(".names-state")).ToHaveTextAsync("(none loaded)");
        await Assertions.Expect(other.Locator(".real-name")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_file_that_is_not_UTF_8_or_holds_no_name_says_so()
    {
        var school = await School.OpenAsync(Site);
        var window = await OpenAsync($"/test/sign-in/{school.Teacher}", Look.Wide);
        await window.GoAsync($"/teach/classes/{school.Class}/students");

        await window.Page.LoadNamesAsync([.. "1,Zo"u8, 0xEB]);
        await Assertions.Expect(window.Page.Locator("#_names-said")).ToContainTextAsync("not UTF-8");
        await window.Page.LoadNamesAsync("just words\nmore words");
        await Assertions.Expect(window.Page.Locator("#_names-said")).ToContainTextAsync("No line of this file holds a card number and a name.");
    }
}
