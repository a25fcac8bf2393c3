using System.Diagnostics;
using LastTrainHome.Editions;
using LastTrainHome.Store;
using Xunit;

namespace LastTrainHome.Tests.Editions;

/// <summary>The watcher on a real folder: files that are written slowly, that never rest, that are no files, and a disk that is full.</summary>
public sealed class WatcherTests : IDisposable
{
    private readonly StudyCopy study = new();
    private readonly LogLines log = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_that_is_written_slowly_goes_live_only_when_it_is_whole()
    {
        await using var services = await WatchAsync();
        await using (var file = File.AppendText(Path.Combine(study.Content, "terms", "yu.md")))
        using (var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(200)))
            for (var sentence = 0; sentence < 10; sentence++)
            {
                await file.WriteAsync("\nOne more sentence.\n");
                await file.FlushAsync(Cancel);
                await pause.WaitForNextTickAsync(Cancel);
            }
        await log.ContainsAsync("is current", Cancel);

        Assert.Equal(2, (await services.GetRequiredService<Archive>().ListAsync()).Count);
        Assert.Equal(10, StudyCopy.Read(services, db => db.Terms.Single(term => term.Slug == "yu").Text.Split("One more sentence.").Length - 1));
    }

    [Fact]
    public async Task A_file_that_never_rests_keeps_no_other_change_from_readers()
    {
        await using var services = await WatchAsync();
        using var enough = new CancellationTokenSource();
        var restless = RewriteAsync(Path.Combine(study.Content, "terms", "yu.md"), enough.Token);
        study.Write("terms/new-word.md", "---\ntitle: new word\ngloss: a word\n---\n\nIt is new.\n");

        await log.ContainsAsync("is current", Cancel);
        Assert.True(StudyCopy.Read(services, db => db.Terms.Any(term => term.Slug == "new-word")));
        Assert.DoesNotContain("restless", StudyCopy.Read(services, db => db.Terms.Single(term => term.Slug == "yu").Text), StringComparison.Ordinal);
        Assert.Contains("These files keep changing and are published as they were before: terms/yu.md", log.Lines);
        await enough.CancelAsync();
        await restless;
    }

    [Fact]
    public async Task A_named_pipe_in_the_content_folder_is_skipped_and_said()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no named pipes in folders.");
            return;
        }

        using (var made = Process.Start("mkfifo", [Path.Combine(study.Content, "terms", "pipe.md")]))
            await made.WaitForExitAsync(Cancel);
        using var server = Running.Start(study.Root, [Running.Program, "--urls=http://127.0.0.1:0", .. study.Settings]);
        await server.ListensAsync();
        server.Stop();

        Assert.Equal(0, await server.EndsAsync());
        Assert.Contains("pipe.md is no regular file", server.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disk_that_is_full_at_a_save_is_tried_again_and_at_a_start_said_in_one_sentence()
    {
        var data = Directory.CreateDirectory(Path.Combine(study.Root, "small")).FullName;
        if (OperatingSystem.IsWindows() || Run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", data) != 0)
        {
            Assert.Skip("A small disk can be mounted by root only.");
            return;
        }

        var filler = Path.Combine(data, "filler");
        try
        {
            await using (var services = await WatchAsync(data))
            {
                Fill(filler);
                study.Write("terms/new-word.md", "---\ntitle: new word\ngloss: a word\n---\n\nIt is new.\n");
                await log.ContainsAsync("will be tried again", Cancel);
                File.Delete(filler);
                await log.ContainsAsync("is current", Cancel);
                Assert.True(StudyCopy.Read(services, db => db.Terms.Any(term => term.Slug == "new-word")));
            }

            study.Write("terms/newer-word.md", "---\ntitle: newer word\ngloss: a word\n---\n\nIt is newer.\n");
            Fill(filler);
            using var server = Running.Start(
                study.Root, Running.Program, "--urls=http://127.0.0.1:0", $"--Content:Folder={study.Content}", $"--Data:Folder={data}");
            Assert.Equal(2, await server.EndsAsync());
            Assert.Matches("^The data folder '.+' cannot be written to: No space left on device.*$", server.Said);
        }
        finally
        {
            Run("umount", "-l", data);
        }
    }

    public void Dispose()
    {
        study.Dispose();
        log.Dispose();
    }

    private async Task<ServiceProvider> WatchAsync(string? data = null)
    {
        var services = study.Open(also => also.AddLogging(to => to.AddProvider(log)), data);
        await services.GetRequiredService<Publisher>().PublishAsync(study.Content, EditionOrigin.Publish);
        await services.GetRequiredService<ContentWatcher>().OpenAsync();
        log.Clear();
        await services.GetRequiredService<ContentWatcher>().StartAsync(Cancel);
        return services;
    }

    private static async Task RewriteAsync(string path, CancellationToken enough)
    {
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        var text = await File.ReadAllTextAsync(path, Cancel);
        for (var time = 0; !enough.IsCancellationRequested; time++)
        {
            await File.WriteAllTextAsync(path, $"{text}\nIt is restless{new string('!', time)}\n", Cancel);
            await often.WaitForNextTickAsync(Cancel);
        }
        await File.WriteAllTextAsync(path, text, Cancel);
    }

    private static void Fill(string path)
    {
        using var filler = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 0);
        for (var size = 1 << 16; size > 0; size /= 16)
            try
            {
                while (true)
                    filler.Write(new byte[size]);
            }
            catch (IOException)
            {
                // Full, by this size.
            }
    }

    private static int Run(string program, params string[] arguments)
    {
        using var run = Process.Start(program, arguments);
        run.WaitForExit();
        return run.ExitCode;
    }
}
