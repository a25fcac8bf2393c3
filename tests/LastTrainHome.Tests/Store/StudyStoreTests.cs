using LastTrainHome.Store;
using LastTrainHome.Store.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;

namespace LastTrainHome.Tests.Store;

public sealed class StudyStoreTests : IAsyncDisposable
{
    private readonly TemporaryStore place = new();

    [Fact]
    public async Task What_was_answered_is_read_by_everybody()
    {
        var store = place.Open();

        var hash = await store.WriteAsync(db => Task.FromResult(db.Blobs.Add(Blob(1)).Entity.Hash), Cancel);

        await using var db = store.Read();
        Assert.Equal(hash, (await db.Blobs.SingleAsync(Cancel)).Hash);
    }

    [Fact]
    public async Task A_write_that_fails_keeps_nothing_and_harms_no_other()
    {
        var store = place.Open();

        var writes = Enumerable.Range(0, 100).Select(n => store.WriteAsync(async db =>
        {
            db.Blobs.Add(Blob(n));
            await db.SaveChangesAsync(Cancel);
            if (n % 10 == 3)
                throw new InvalidDataException($"write {n}");
            if (n % 10 == 7)
                db.EditionFiles.Add(new() { EditionId = "none", Path = "a.md", BlobHash = "none" }); // breaks a foreign key
        }, Cancel)).ToList();
        await Task.WhenAll(writes).ContinueWith(_ => { }, TaskScheduler.Default);

        Assert.Equal("write 13", Assert.IsType<InvalidDataException>(writes[13].Exception!.InnerException).Message);
        Assert.IsType<DbUpdateException>(writes[17].Exception!.InnerException);
        await using var db = store.Read();
        Assert.Equal(
            Enumerable.Range(0, 100).Where(n => n % 10 is not (3 or 7)).Select(Name),
            await db.Blobs.Select(blob => blob.Hash).OrderBy(hash => hash).ToListAsync(Cancel));
    }

    [Fact]
    public async Task A_full_disk_fails_the_write_that_does_not_fit_and_no_other()
    {
        var store = place.Open();
        await store.WriteAsync(db => db.Database.ExecuteSqlAsync($"PRAGMA max_page_count = 60", Cancel), Cancel);

        var writes = new[] { 10, 10, 1_000_000, 10, 10 }.Select((size, n) => store.WriteAsync(db =>
        {
            db.Blobs.Add(Blob(n, size));
            return Task.CompletedTask;
        }, Cancel)).ToList();
        await Task.WhenAll(writes).ContinueWith(_ => { }, TaskScheduler.Default);

        Assert.Equal([true, true, false, true, true], writes.Select(write => write.IsCompletedSuccessfully));
        Assert.Equal(StoreFault.Full, Assert.IsType<StoreUnavailableException>(writes[2].Exception!.InnerException).Fault);
        await using var db = store.Read();
        Assert.Equal([Name(0), Name(1), Name(3), Name(4)], await db.Blobs.Select(blob => blob.Hash).OrderBy(hash => hash).ToListAsync(Cancel));
    }

    [Fact]
    public async Task Writes_are_done_in_the_order_they_came()
    {
        var store = place.Open();
        var order = new List<int>();

        await Task.WhenAll(Enumerable.Range(0, 500).Select(n => store.WriteAsync(_ =>
        {
            order.Add(n);
            return Task.CompletedTask;
        }, Cancel)));

        Assert.Equal(Enumerable.Range(0, 500), order);
    }

    [Fact]
    public async Task Two_processes_may_write_to_one_store()
    {
        var one = place.Open();
        var other = place.Open();

        await Task.WhenAll(Enumerable.Range(0, 400).Select(n => (n % 2 == 0 ? one : other).WriteAsync(async db =>
        {
            var before = await db.Blobs.CountAsync(Cancel);
            db.Blobs.Add(Blob(n, before));
        }, Cancel)));

        await using var db = one.Read();
        Assert.Equal(400, await db.Blobs.CountAsync(Cancel));
    }

    [Fact]
    public async Task A_write_inside_a_write_is_refused_before_it_waits_for_itself()
    {
        var store = place.Open();

        var write = store.WriteAsync(_ => store.WriteAsync(_ => Task.CompletedTask), Cancel);

        await Assert.ThrowsAsync<InvalidOperationException>(() => write);
    }

    [Fact]
    public async Task Who_only_reads_cannot_write()
    {
        var store = place.Open();
        await using var db = store.Read();
        db.Blobs.Add(Blob(1));

        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(Cancel));

        Assert.Equal(8, Assert.IsType<SqliteException>(refused.InnerException).SqliteErrorCode);
    }

    [Fact]
    public async Task When_too_many_writes_wait_the_next_is_turned_away()
    {
        var store = place.Open(mostWaiting: 2);
        var (begun, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = store.WriteAsync(_ =>
        {
            begun.SetResult();
            return gate.Task;
        }, Cancel);
        await begun.Task;
        var waiting = new[] { store.WriteAsync(_ => Task.CompletedTask, Cancel), store.WriteAsync(_ => Task.CompletedTask, Cancel) };

        Assert.Equal(StoreFault.Busy, Assert.Throws<StoreUnavailableException>(() => { _ = store.WriteAsync(_ => Task.CompletedTask, Cancel); }).Fault);

        gate.SetResult();
        await Task.WhenAll([first, .. waiting]);
    }

    [Fact]
    public async Task A_store_that_is_closed_finishes_what_waits_and_takes_no_more()
    {
        var store = place.Open();
        var writes = Enumerable.Range(0, 50).Select(n => store.WriteAsync(db => Task.FromResult(db.Blobs.Add(Blob(n))), Cancel)).ToList();

        await store.DisposeAsync();

        Assert.All(writes, write => Assert.True(write.IsCompletedSuccessfully));
        Assert.Equal(StoreFault.Closed, Assert.Throws<StoreUnavailableException>(() => { _ = store.WriteAsync(_ => Task.CompletedTask, Cancel); }).Fault);
    }

    [Fact]
    public async Task While_another_process_holds_the_file_all_who_wait_are_told_and_then_writing_goes_on()
    {
        var store = place.Open(patience: 1);
        await store.WriteAsync(db => Task.FromResult(db.Blobs.Add(Blob(1))), Cancel);
        var locking = new SqliteConnection(place.Connection);
        await locking.OpenAsync(Cancel);
        await using (await locking.BeginTransactionAsync(System.Data.IsolationLevel.Serializable, Cancel))
        {
            var writes = Enumerable.Range(2, 3).Select(n => store.WriteAsync(db => Task.FromResult(db.Blobs.Add(Blob(n))), Cancel)).ToList();
            foreach (var write in writes)
                Assert.Equal(StoreFault.Locked, (await Assert.ThrowsAsync<StoreUnavailableException>(() => write)).Fault);
        }

        await store.WriteAsync(db => Task.FromResult(db.Blobs.Add(Blob(5))), Cancel);
        await using var db = store.Read();
        Assert.Equal([Name(1), Name(5)], await db.Blobs.Select(blob => blob.Hash).OrderBy(hash => hash).ToListAsync(Cancel));
        await locking.DisposeAsync();
    }

    [Fact]
    public async Task A_damaged_file_is_the_stores_fault_wherever_the_damage_is_met()
    {
        await using (var store = place.Open())
            await store.WriteAsync(db =>
            {
                db.Blobs.AddRange(Enumerable.Range(0, 400).Select(n => Blob(n, 3_000)));
                return Task.CompletedTask;
            }, Cancel);
        place.Damage();
        var damaged = place.Open();

        await using var db = damaged.Read();
        var read = await Assert.ThrowsAsync<StoreUnavailableException>(() => db.Blobs.ToListAsync(Cancel));
        var written = await Assert.ThrowsAsync<StoreUnavailableException>(() => damaged.WriteAsync(db => db.Blobs.ToListAsync(Cancel), Cancel));

        Assert.Equal((StoreFault.Damaged, StoreFault.Damaged), (read.Fault, written.Fault));
    }

    [Fact]
    public async Task Times_come_back_as_they_went_in()
    {
        var store = place.Open();
        var at = new DateTime(2026, 11, 3, 8, 15, 30, DateTimeKind.Utc).AddTicks(1234567);

        await store.WriteAsync(db => Task.FromResult(db.Moves.Add(new() { EditionId = "a", At = at, Origin = EditionOrigin.Use })), Cancel);

        await using var db = store.Read();
        var read = (await db.Moves.SingleAsync(Cancel)).At;
        Assert.Equal((at.AddTicks(-7), DateTimeKind.Utc), (read, read.Kind));
    }

    [Fact]
    public void The_migrations_describe_the_model()
    {
        using var db = new SqliteStudyDbDesign().CreateDbContext([]);

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task An_answer_of_an_older_store_knows_which_version_was_kept_last()
    {
        await using (var old = new SqliteStudyDb(SqliteStudyDb.Options().UseSqlite(place.Connection + ";Pooling=False").Options))
        {
            await old.GetService<IMigrator>().MigrateAsync("EditionOrigin", Cancel);
            await old.Database.ExecuteSqlAsync($"""
                PRAGMA foreign_keys = OFF;
                INSERT INTO "Answers" ("Id", "AccountId", "Choices", "IsLate", "PageKey", "Prompt", "QuestionId", "SavedAt", "Text", "Tries", "Version") VALUES
                    (1, 'a', '[]', 0, 'sections/a', '?', 'q', '2026-11-02 09:00:00', 'New', 0, 5),
                    (2, 'a', '[]', 0, 'sections/a', '?', 'r', '2026-11-02 09:00:00', 'Never kept', 0, 1);
                INSERT INTO "AnswerVersions" ("AnswerId", "Number", "Text", "Choices", "At", "IsAside") VALUES
                    (1, 2, 'Old', '[]', '2026-11-02 08:00:00', 0), (1, 4, 'Less old', '[]', '2026-11-02 08:30:00', 0), (1, 4, 'Aside', '[]', '2026-11-02 08:40:00', 1);
                """, Cancel);
        }

        await using var db = place.Open().Read();
        var kept = await db.Answers.OrderBy(answer => answer.Id).Select(answer => new { answer.KeptVersion, answer.KeptAt }).ToListAsync(Cancel);
        Assert.Equal([(4, new DateTime(2026, 11, 2, 8, 30, 0)), (0, null)], kept.Select(one => (one.KeptVersion, one.KeptAt)));
    }

    [Fact]
    public async Task The_store_keeps_its_promises_about_the_disk()
    {
        var store = place.Open();

        var (journal, synchronous) = await store.WriteAsync(db => Task.FromResult((
            db.Database.SqlQuery<string>($"SELECT journal_mode AS Value FROM pragma_journal_mode").Single(),
            db.Database.SqlQuery<int>($"SELECT synchronous AS Value FROM pragma_synchronous").Single())), Cancel);

        Assert.Equal(("wal", 2), (journal, synchronous));
    }

    [Fact]
    public void A_file_that_is_no_store_is_refused_in_one_sentence()
    {
        File.WriteAllText(place.Path, new string('x', 5000));

        var refused = Assert.Throws<CannotRunException>(() => StudyStore.Open(place.Connection));

        Assert.Contains(place.Path, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_of_a_newer_program_is_refused()
    {
        await place.Open().WriteAsync(db => db.Database.ExecuteSqlAsync($"""INSERT INTO "__EFMigrationsHistory" VALUES ('29990101000000_Later', '99.0')""", Cancel), Cancel);

        var refused = Assert.Throws<CannotRunException>(() => StudyStore.Open(place.Connection));

        Assert.Contains("newer version", refused.Message, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => place.DisposeAsync();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Blob Blob(int n, int size = 10) => new() { Hash = Name(n), Bytes = new byte[size], IsCompressed = false };

    private static string Name(int n) => $"{n:D4}";
}
