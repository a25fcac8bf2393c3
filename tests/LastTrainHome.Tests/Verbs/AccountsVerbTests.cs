using System.Diagnostics;
using System.Text.Json;
using LastTrainHome.Editions;
using Xunit;

namespace LastTrainHome.Tests.Verbs;

/// <summary>The verbs as an operator calls them: a process of its own each time.</summary>
public sealed class AccountsVerbTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("verbs-").FullName;

    [Fact]
    public async Task Staff_are_added_listed_closed_and_helped_and_only_the_answer_is_on_standard_output()
    {
        var (code, link, _) = await RunAsync("accounts", "add", "Mr. Álvarez", "--teacher", "--owner");
        Assert.Equal(0, code);
        Assert.Matches("^http://localhost:5000/invitation\\?token=[0-9a-f]{32}\n$", link);

        Assert.Equal((1, "", "Somebody signs in with the name 'mr. álvarez' already.\n"), await RunAsync("accounts", "add", "mr. álvarez", "--editor"));
        var (_, json, _) = await RunAsync("accounts", "list", "--json");
        using var list = JsonDocument.Parse(json);
        Assert.Equal(["teacher", "owner"], list.RootElement[0].GetProperty("roles").EnumerateArray().Select(role => role.GetString()));
        Assert.False(list.RootElement[0].GetProperty("hasPassword").GetBoolean());

        Assert.Equal((0, "", ""), await RunAsync("accounts", "disable", "Mr. Álvarez"));
        Assert.Contains("disabled", (await RunAsync("accounts", "list")).Output, StringComparison.Ordinal);
        var (again, fresh, _) = await RunAsync("accounts", "reset", "Mr. Álvarez");
        Assert.Equal(0, again);
        Assert.NotEqual(link, fresh);
        Assert.DoesNotContain("disabled", (await RunAsync("accounts", "list")).Output, StringComparison.Ordinal);

        Assert.Equal((1, "", "Nobody on the staff signs in with the name 'nobody'.\n"), await RunAsync("accounts", "reset", "nobody"));
        Assert.Equal(2, (await RunAsync("accounts", "add", "without a role")).Code);
    }

    [Fact]
    public async Task Audit_lists_every_column_and_says_which_are_free_text()
    {
        var (code, json, _) = await RunAsync("audit", "--json");
        using var columns = JsonDocument.Parse(json);

        Assert.Equal(0, code);
        Assert.All(columns.RootElement.EnumerateArray(), column => Assert.NotEmpty(column.GetProperty("holds").GetString()!));
        Assert.Contains(columns.RootElement.EnumerateArray(), column =>
            column.GetProperty("table").GetString() == "Answers" && column.GetProperty("column").GetString() == "Text" && column.GetProperty("isFreeText").GetBoolean());
        Assert.Contains("Answers.Text  free text, may hold personal data: what the student wrote", (await RunAsync("audit")).Output, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(data, recursive: true);

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Publisher).Assembly.Location, .. arguments]) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["Data__Folder"] = data;
        using var verb = Process.Start(start)!;
        var error = verb.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await verb.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await verb.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (verb.ExitCode, output, await error);
    }
}
