using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace LastTrainHome.Tests;

/// <summary>The program starts and stops as docs/running.md says: as a process, from outside.</summary>
public sealed partial class ServingTests : IDisposable
{
    private static readonly string Film = Repository.Path("tests", "LastTrainHome.Tests", "Fixtures", "second-film");

    private readonly string root = Directory.CreateTempSubdirectory("serving-").FullName;

    [Fact]
    public async Task A_port_that_is_taken_ends_the_start_with_one_sentence()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        using var server = Serve($"--urls=http://{other.LocalEndpoint}");

        Assert.Equal(2, await server.EndsAsync());
        Assert.Empty(server.Answer);
        Assert.Matches(@"\nFailed to bind to address http://127\.0\.0\.1:\d+: address already in use\. Stop the other program, or choose another port with --urls=http://localhost:5001\.$", server.Said);
        Assert.DoesNotContain("   at ", server.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", Log(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--Content:Folder=nowhere", "There is no content folder '.*nowhere'. Set Content:Folder to a folder that exists.")]
    [InlineData("--Store:Provider=Oracle", "Store:Provider must be Sqlite.")]
    [InlineData("--Content:Watch=perhaps", "A setting cannot be read: .*Content:Watch.*")]
    [InlineData("--Data:Folder=/proc/nowhere", "The data folder '/proc/nowhere' cannot be written to: .* Set Data:Folder to a folder that can.")]
    public async Task A_setting_that_cannot_be_used_ends_the_start_with_one_sentence(string setting, string sentence)
    {
        using var server = Serve(setting);

        Assert.Equal(2, await server.EndsAsync());
        Assert.Empty(server.Answer);
        Assert.Matches($"^{sentence}$", server.Said);
    }

    [Fact]
    public async Task A_second_server_on_the_same_data_folder_is_refused_and_the_first_goes_on()
    {
        using var first = Serve();
        var address = await first.ListensAsync();
        using var second = Serve();

        Assert.Equal(2, await second.EndsAsync());
        Assert.Matches("^Another server already uses the data folder '.+'. Stop it, or give this one a folder of its own with Data:Folder.$", second.Said);
        using var reader = new HttpClient { BaseAddress = address };
        Assert.Equal("ready", await reader.GetStringAsync("/health/ready", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Asked_to_stop_it_finishes_the_page_it_is_writing_and_ends_well()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no signal to ask with.");
            return;
        }

        using var server = Serve();
        var address = await server.ListensAsync();

        // A reader who asks for many pages at once and takes none: when all buffers are full, the server is in the middle of one.
        using var reader = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
        await reader.ConnectAsync(IPAddress.Loopback, address.Port, TestContext.Current.CancellationToken);
        const int Asked = 2000;
        var asking = reader.SendAsync(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat($"GET /timeline HTTP/1.1\r\nHost: {address.Authority}\r\n\r\n", Asked))));
        await server.HearsAsync(Written());
        server.Stop();
        await server.HearsAsync(Stopping());

        var pages = await ReadToEndAsync(reader);
        Assert.Equal(0, await server.EndsAsync());
        Assert.Empty(server.Answer);
        Assert.InRange(Whole().Count(pages), 1, Asked - 1);
        Assert.Equal(Begun().Count(pages), Whole().Count(pages));
        Assert.EndsWith("</html>", pages.TrimEnd('0', '\r', '\n'), StringComparison.Ordinal);
        await Task.WhenAny(asking); // the server may have hung up before it was all sent
    }

    [Fact]
    public async Task A_request_cannot_write_a_line_of_the_log_or_to_the_terminal()
    {
        using var server = Serve();
        using var reader = new HttpClient { BaseAddress = await server.ListensAsync() };

        using var answer = await reader.GetAsync(
            "/sections/x%0D%0A[22:00:00%20ERR]%20forged%1B[2J%C2%85%E2%80%A8%E2%80%A9%E2%80%AE%E2%81%A6", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        server.Stop();
        await server.EndsAsync();
        foreach (var written in new[] { server.Said, Log() })
        {
            Assert.DoesNotMatch(@"(?m)^\[22:00", written);
            Assert.Contains(@"x\r\n[22:00:00 ERR] forged\u001B[2J\u0085\u2028\u2029\u202E\u2066", written, StringComparison.Ordinal);
            Assert.DoesNotContain(written, letter => letter is not '\n' && char.IsControl(letter) || letter is '\u2028' or '\u2029' or '\u202e' or '\u2066');
        }
    }

    [Fact]
    public async Task The_containers_question_after_its_health_is_answered()
    {
        var dockerfile = await File.ReadAllTextAsync(Repository.Path("Dockerfile"), TestContext.Current.CancellationToken);
        var asked = JsonSerializer.Deserialize<string[]>(HealthCheck().Match(dockerfile).Groups[1].Value)!;
        Assert.Equal(["dotnet", "LastTrainHome.dll", "health", "http://localhost:8080"], asked);
        using var server = Serve();
        var address = await server.ListensAsync();

        using var well = Running.Start(root, Running.Program, asked[2], $"{address}");
        Assert.Equal(0, await well.EndsAsync());
        Assert.Equal("ready", well.Answer);

        server.Stop();
        await server.EndsAsync();
        using var gone = Running.Start(root, Running.Program, asked[2], $"{address}");
        Assert.Equal(1, await gone.EndsAsync());
        Assert.Empty(gone.Answer);
    }

    [Fact]
    public async Task From_any_folder_dotnet_run_answers_the_same_and_nothing_else()
    {
        foreach (var file in Directory.EnumerateFiles(Film, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(root, "film", Path.GetRelativePath(Film, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        await File.AppendAllTextAsync(Path.Combine(root, "film", "terms", "yu.md"), "\nThere were 16,000 ships.\n", TestContext.Current.CancellationToken);

        using var check = Running.Start(root, "run", "--no-build", "-c", Running.Configuration, "--project", Repository.Path("src", "LastTrainHome"), "--", "check", "film");

        Assert.Equal(1, await check.EndsAsync());
        Assert.Matches(@"\Afilm/terms/yu\.md\(\d+,12\): error NUM003: .+\nfilm: 1 problem\.\z", check.Answer);
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private Running Serve(params string[] settings) => Running.Start(
        root, [Running.Program, "--urls=http://127.0.0.1:0", $"--Content:Folder={Film}", "--Content:Watch=false", $"--Data:Folder={Path.Combine(root, "data")}", .. settings]);

    private string Log() => string.Concat(Directory.EnumerateFiles(Path.Combine(root, "data", "logs")).Select(File.ReadAllText));

    private static async Task<string> ReadToEndAsync(Socket socket)
    {
        var text = new StringBuilder();
        var buffer = new byte[1 << 16];
        while (await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken) is > 0 and var taken)
            text.Append(Encoding.Latin1.GetString(buffer, 0, taken));
        return text.ToString();
    }

    [GeneratedRegex(@"HEALTHCHECK .*CMD (\[.+\])")]
    private static partial Regex HealthCheck();

    [GeneratedRegex("GET /timeline (200)")]
    private static partial Regex Written();

    [GeneratedRegex("(Application is shutting down)")]
    private static partial Regex Stopping();

    [GeneratedRegex(@"HTTP/1\.1 200")]
    private static partial Regex Begun();

    [GeneratedRegex(@"</html>\s*\r\n0\r\n\r\n")]
    private static partial Regex Whole();
}
