using LastTrainHome.Editions;
using LastTrainHome.Library;
using LastTrainHome.Library.Search;
using LastTrainHome.Store;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LastTrainHome.Tests.Editions;

/// <summary>The gate between editors and readers, on a real folder and a real store.</summary>
public sealed class PublisherTests : IAsyncDisposable
{
    private const string Table = "statistics/passengers.md";

    private readonly string root = Directory.CreateTempSubdirectory("publisher-").FullName;
    private readonly ServiceProvider services;

    public PublisherTests()
    {
        Copy(Repository.Path("tests", "LastTrainHome.Tests", "Fixtures", "second-film"), Content);
        services = Open();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Content => Path.Combine(root, "content");

    private Publisher Publisher => services.GetRequiredService<Publisher>();

    [Fact]
    public async Task A_sound_folder_is_published_and_read()
    {
        var published = await PublishAsync();

        Assert.True(published!.IsNew);
        Assert.Equal(published.Edition.Pages.Count, Read(services, db => db.Pages.Count()));
    }

    [Fact]
    public async Task A_folder_with_a_mistake_changes_nothing()
    {
        await PublishAsync();
        var before = services.GetRequiredService<OpenLibraries>().Current;
        Write("terms/broken.md", "no front matter");

        Assert.False((await PublishAsync())!.Edition.IsSound);
        Assert.Equal(before, services.GetRequiredService<OpenLibraries>().Current);
    }

    [Fact]
    public async Task A_start_publishes_a_folder_only_when_it_is_new()
    {
        await PublishAsync();

        Assert.Null(await Publisher.PublishAsync(Content, EditionOrigin.Start));
    }

    [Fact]
    public async Task An_edition_made_current_by_another_process_is_followed_and_one_can_go_back()
    {
        var first = (await PublishAsync())!.Edition.Id;
        Write("terms/new-word.md", "---\ntitle: new word\ngloss: a word\n---\n\nIt is new.\n");
        await using (var other = Open())
            await other.GetRequiredService<Publisher>().PublishAsync(Content, EditionOrigin.Publish);

        Assert.True(await Publisher.FollowAsync());
        Assert.True(Read(services, db => db.Terms.Any(term => term.Slug == "new-word")));

        var archive = services.GetRequiredService<Archive>();
        Assert.True(await archive.TryMakeCurrentAsync(first, EditionOrigin.Use, folder: null, await archive.CurrentAsync(Cancel)));
        Assert.True(await Publisher.FollowAsync());
        Assert.False(Read(services, db => db.Terms.Any(term => term.Slug == "new-word")));
    }

    [Fact]
    public async Task A_library_file_that_is_gone_or_damaged_is_made_again_from_the_recorded_edition()
    {
        await PublishAsync();
        await services.DisposeAsync();
        foreach (var damage in (Action<string>[])[File.Delete, file => File.WriteAllBytes(file, new byte[5000])])
        {
            SqliteConnection.ClearAllPools();
            damage(Assert.Single(Directory.EnumerateFiles(Path.Combine(root, "data", "library"), "*.db")));
            Directory.Delete(Content, recursive: true);
            Directory.CreateDirectory(Content);

            await using var again = Open();
            Assert.True(await again.GetRequiredService<Publisher>().FollowAsync());
            Assert.NotEqual(0, Read(again, db => db.Pages.Count()));
        }
    }

    [Fact]
    public async Task A_changed_cell_makes_every_sentence_that_quotes_it_a_problem_and_once_mended_shows_everywhere()
    {
        await PublishAsync();
        var (row, written, words, file) = Read(services, db => (
            from number in db.BoundNumbers
            where number.StatisticKey == "statistics/passengers" && number.FromRow == null
            join page in db.Pages on number.PageKey equals page.Key
            join cell in db.Observations on new { number.StatisticKey, number.Row, number.Column } equals new { cell.StatisticKey, cell.Row, cell.Column }
            select new { number, cell.Written, page.File }).AsEnumerable().Select(found => (found.number, found.Written, found.number.Words, found.File)).First());

        var table = File.ReadAllText(Path.Combine(Content, Table));
        var line = table.Split('\n').Single(text => text.StartsWith($"| {row.Row} ", StringComparison.Ordinal));
        Write(Table, table.Replace(line, line.Replace(written, "987.6", StringComparison.Ordinal), StringComparison.Ordinal));
        var refused = await PublishAsync();
        Assert.Contains(refused!.Edition.Problems, problem => problem.Path == file && problem.Code == "NUM001");

        foreach (var problem in refused.Edition.Problems.GroupBy(problem => problem.Path))
        {
            var text = File.ReadAllText(Path.Combine(Content, problem.Key));
            foreach (var wrong in refused.Edition.Problems.Where(one => one.Path == problem.Key))
            {
                var quoted = wrong.Message.Split('\'')[1];
                text = wrong.Code == "NUM001"
                    ? text.Replace($"[{quoted}]", $"[{(quoted.Contains('%', StringComparison.Ordinal) ? "987.6 %" : "987.6 thousand")}]", StringComparison.Ordinal)
                    : System.Text.RegularExpressions.Regex.Replace(text, $@"\[{System.Text.RegularExpressions.Regex.Escape(quoted)}\]\([^)]*\)", "much");
            }

            Write(problem.Key, text);
        }

        Assert.Empty((await PublishAsync())!.Edition.Problems);
        Assert.Equal(987.6, Read(services, db => db.Observations.Single(cell => cell.StatisticKey == row.StatisticKey && cell.Row == row.Row && cell.Column == row.Column).Value));
        Assert.Contains("987.6", Read(services, db => db.Pages.Single(page => page.File == file).Html), StringComparison.Ordinal);
        using var lease = services.GetRequiredService<OpenLibraries>().Lease();
        await using var library = lease.Open();
        Assert.NotEmpty((await Finder.FindAsync(library, "987.6", null, 10, Cancel)).Hits);
        Assert.NotEqual("", words);
    }

    [Fact]
    public async Task A_copy_in_which_one_page_was_replaced_is_the_same_as_a_fresh_library()
    {
        await Publisher.PublishAsync(Content, EditionOrigin.Publish, keepInMemory: true);
        Write("terms/yu.md", File.ReadAllText(Path.Combine(Content, "terms/yu.md")) + "\nOne more sentence.\n");
        var edition = (await Publisher.PublishAsync(Content, EditionOrigin.Publish, keepInMemory: true))!.Edition;
        var copied = Path.Combine(root, "data", "library", $"library-{edition.Id[..16]}-{Engine.Version}.db");
        var fresh = Path.Combine(root, "fresh.db");
        LibraryFile.Write(fresh, [.. edition.Pages]);

        Assert.Equal(Rows.Of(fresh), Rows.Of(copied));
    }

    [Fact]
    public async Task A_file_is_as_old_as_its_words_and_not_as_the_edition()
    {
        await PublishAsync();
        var archive = services.GetRequiredService<Archive>();
        var before = await archive.UnchangedSinceAsync(Cancel);
        Write("terms/yu.md", File.ReadAllText(Path.Combine(Content, "terms/yu.md")) + "\nOne more sentence.\n");
        await PublishAsync();

        var after = await archive.UnchangedSinceAsync(Cancel);
        Assert.Equal(["terms/yu.md"], after.Where(file => before[file.Key] != file.Value).Select(file => file.Key));
        Assert.True(after["terms/yu.md"] > before["terms/yu.md"]);
    }

    [Fact]
    public async Task A_pointer_that_another_process_moved_meanwhile_is_not_moved_by_what_was_decided_before()
    {
        var first = (await PublishAsync())!.Edition.Id;
        Write("terms/new-word.md", "---\ntitle: new word\ngloss: a word\n---\n\nIt is new.\n");
        var second = (await PublishAsync())!.Edition.Id;
        var archive = services.GetRequiredService<Archive>();

        Assert.False(await archive.TryMakeCurrentAsync(first, EditionOrigin.Publish, Content, basedOn: first));
        Assert.False(await archive.TryMakeCurrentAsync(first, EditionOrigin.Publish, Content, basedOn: null));
        Assert.Equal(second, await archive.CurrentAsync(Cancel));
    }

    [Fact]
    public async Task A_folder_is_checked_again_when_another_process_made_another_edition_current_meanwhile()
    {
        var first = (await PublishAsync())!.Edition.Id;
        Write("terms/new-word.md", "---\ntitle: new word\ngloss: a word\n---\n\nIt is new.\n");
        await PublishAsync();
        Write("terms/newer-word.md", "---\ntitle: newer word\ngloss: a word\n---\n\nIt is newer.\n");

        // The other process's write is under way: the publication has read the pointer before it, and moves it after.
        var underWay = new TaskCompletionSource();
        var other = services.GetRequiredService<StudyStore>().WriteAsync(async db =>
        {
            await underWay.Task;
            (await db.Current.SingleAsync(Cancel)).EditionId = first;
        }, Cancel);
        var publishing = PublishAsync();
        underWay.SetResult();
        await other;

        Assert.True((await publishing)!.IsNew);
        Assert.True(Read(services, db => db.Terms.Any(term => term.Slug == "newer-word")));
        Assert.Equal((await publishing)!.Edition.Id, await services.GetRequiredService<Archive>().CurrentAsync(Cancel));
    }

    [Fact]
    public async Task When_a_library_cannot_be_built_the_recording_is_finished_before_the_next_may_begin()
    {
        await PublishAsync();
        Write("terms/new-word.md", "---\ntitle: new word\ngloss: a word\n---\n\nIt is new.\n");
        var library = Path.Combine(root, "data", "library");
        Directory.Move(library, library + ".away");
        var underWay = new TaskCompletionSource();
        var other = services.GetRequiredService<StudyStore>().WriteAsync(_ => underWay.Task, Cancel);
        var publishing = PublishAsync();
        underWay.SetResult();
        await other;

        await Assert.ThrowsAnyAsync<IOException>(() => publishing);
        Assert.Equal(2, (await services.GetRequiredService<Archive>().ListAsync()).Count);
        Directory.Move(library + ".away", library);
        Assert.True((await PublishAsync())!.IsNew);
    }

    [Fact]
    public async Task Two_processes_that_publish_at_once_both_end_well()
    {
        await using var other = Open();
        for (var round = 0; round < 5; round++)
        {
            Write("terms/new-word.md", $"---\ntitle: new word\ngloss: a word\n---\n\nIt is new{new string('!', round)}\n");
            await Task.WhenAll(
                Task.Run(() => PublishAsync()), Task.Run(() => other.GetRequiredService<Publisher>().PublishAsync(Content, EditionOrigin.Publish)));
        }

        Assert.Equal(5, (await services.GetRequiredService<Archive>().ListAsync()).Count);
        Assert.True(await Publisher.FollowAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(root, recursive: true);
    }

    private Task<PublishResult?> PublishAsync() => Publisher.PublishAsync(Content, EditionOrigin.Publish);

    private void Write(string path, string text) => File.WriteAllText(Path.Combine(Content, path), text);

    private ServiceProvider Open() => new ServiceCollection()
        .AddLogging()
        .AddEditions(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Content:Folder"] = Content, ["Data:Folder"] = Path.Combine(root, "data") }).Build())
        .BuildServiceProvider();

    private static T Read<T>(ServiceProvider from, Func<LibraryDb, T> read)
    {
        using var lease = from.GetRequiredService<OpenLibraries>().Lease();
        using var db = lease.Open();
        return read(db);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
