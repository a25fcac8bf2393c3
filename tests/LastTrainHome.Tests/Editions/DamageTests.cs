using System.Net;
using LastTrainHome.Editions;
using LastTrainHome.Store;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LastTrainHome.Tests.Editions;

/// <summary>Files that are damaged on disk: a library is rebuilt, the study store is reported.</summary>
public sealed class DamageTests : IDisposable
{
    private readonly StudyCopy study = new();
    private readonly LogLines log = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_library_damaged_while_it_is_read_is_rebuilt_and_the_page_is_served()
    {
        await using var site = await StartAsync();
        using var reader = site.GetTestClient();
        StudyCopy.Damage(study.LibraryFile, 8192);

        using var first = await reader.GetAsync("/timeline", Cancel);
        Assert.Equal(HttpStatusCode.TemporaryRedirect, first.StatusCode);
        Assert.Equal("/timeline", first.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(reader, "/timeline"));
        Assert.Equal("ready", await reader.GetStringAsync("/health/ready", Cancel));
        Assert.Contains(log.Lines, line => line.Contains("It will be rebuilt from the recorded edition", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_library_damaged_under_the_search_is_rebuilt_too()
    {
        await using var site = await StartAsync();
        using var reader = site.GetTestClient();
        StudyCopy.Damage(study.LibraryFile, 8192);

        Assert.Equal(HttpStatusCode.TemporaryRedirect, await StatusAsync(reader, "/search?q=ferry"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(reader, "/search?q=ferry"));
    }

    [Fact]
    public async Task A_library_that_is_damaged_again_at_once_is_not_rebuilt_for_ever()
    {
        await using var site = await StartAsync();
        using var reader = site.GetTestClient();
        StudyCopy.Damage(study.LibraryFile, 8192);
        Assert.Equal(HttpStatusCode.TemporaryRedirect, await StatusAsync(reader, "/timeline"));
        StudyCopy.Damage(study.LibraryFile, 8192);

        Assert.Equal(HttpStatusCode.InternalServerError, await StatusAsync(reader, "/timeline"));
        Assert.Contains(log.Lines, line => line.Contains("the disk may be failing", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_figure_altered_in_a_stopped_library_is_rebuilt_at_the_next_start()
    {
        await using (await StartAsync())
        {
        }
        var (file, before) = (study.LibraryFile, File.ReadAllBytes(study.LibraryFile));
        SqliteConnection.ClearAllPools();
        using (var altering = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            altering.Open();
            using var command = altering.CreateCommand();
            command.CommandText = "UPDATE Observations SET Written = '1,234.5', Value = 1234.5 WHERE Written <> ''";
            Assert.NotEqual(0, command.ExecuteNonQuery());
        }

        await using var site = await StartAsync();
        Assert.False(StudyCopy.Read(site.Services, db => db.Observations.Any(cell => cell.Written == "1,234.5")));
        Assert.Equal(before, File.ReadAllBytes(study.LibraryFile));
        Assert.Contains(log.Lines, line => line.Contains("is not what was written", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_damaged_study_store_makes_the_site_not_ready_and_no_library_is_touched()
    {
        await using (await StartAsync())
        {
        }
        var library = File.GetLastWriteTimeUtc(study.LibraryFile);
        SqliteConnection.ClearAllPools();
        DamagePageOf("IX_Reports_State_SentAt");

        await using var site = await StartAsync();
        using var reader = site.GetTestClient();
        using var answer = await reader.GetAsync("/health/ready", Cancel);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Matches(
            @"^The study store '.+study\.db' is damaged and must be restored from a backup: .+\.$", await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(reader, "/timeline"));
        Assert.Equal(library, File.GetLastWriteTimeUtc(study.LibraryFile));
    }

    [Fact]
    public async Task A_request_that_meets_damage_in_the_study_store_makes_the_site_not_ready_and_no_library_is_touched()
    {
        await using var site = await StartAsync(app => app.MapGet("/test/reports", async (StudyStore store) =>
        {
            await using var db = store.Read();
            return await db.Reports.ToListAsync();
        }));
        using var reader = site.GetTestClient();
        Assert.Equal("ready", await reader.GetStringAsync("/health/ready", Cancel));
        var library = File.GetLastWriteTimeUtc(study.LibraryFile);
        SqliteConnection.ClearAllPools();
        DamagePageOf("Reports");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(reader, "/test/reports"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(reader, "/health/ready"));
        Assert.Equal(library, File.GetLastWriteTimeUtc(study.LibraryFile));
    }

    public void Dispose()
    {
        study.Dispose();
        log.Dispose();
    }

    private async Task<WebApplication> StartAsync(Action<WebApplication>? also = null)
    {
        var site = Serving.Make([.. study.Settings, "--Content:Watch=false"], builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Services.AddSingleton<ILoggerFactory>(new LoggerFactory([log]));
        });
        also?.Invoke(site);
        await site.Services.GetRequiredService<ContentWatcher>().OpenAsync();
        await site.StartAsync(Cancel);
        return site;
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient reader, string path)
    {
        using var answer = await reader.GetAsync(path, Cancel);
        return answer.StatusCode;
    }

    // Overwrites the first page of a table or an index, after everything was written from the log to the file itself.
    private void DamagePageOf(string name)
    {
        long page, size;
        using (var store = new SqliteConnection($"Data Source={study.StoreFile};Pooling=False"))
        {
            store.Open();
            using var command = store.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            command.ExecuteNonQuery();
            command.CommandText = "PRAGMA page_size";
            size = (long)command.ExecuteScalar()!;
            command.CommandText = $"SELECT rootpage FROM sqlite_master WHERE name = '{name}'";
            page = (long)command.ExecuteScalar()!;
        }
        using var file = new FileStream(study.StoreFile, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        file.Position = (page - 1) * size;
        file.Write(Enumerable.Repeat((byte)0xA5, (int)size).ToArray());
    }
}
