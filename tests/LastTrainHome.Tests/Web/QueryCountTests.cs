using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using LastTrainHome.Library;
using LastTrainHome.Store;
using LastTrainHome.Tests.Pages.Account;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Xunit;

namespace LastTrainHome.Tests.Web;

/// <summary>How often a page asks the library when it is rendered, once the edition's index has been read: only for its own content.
/// A page of the library asks once more for its metadata, the first time.</summary>
public sealed class QueryCountTests(QueryCountSite site) : IClassFixture<QueryCountSite>
{
    [Theory]
    [InlineData("/", 3, 2)]
    [InlineData("/themes", 0, 0)]
    [InlineData("/themes/transport", 11, 10)]
    [InlineData("/sections", 1, 1)]
    [InlineData("/sections/no-seats", 2, 1)]
    [InlineData("/statistics", 0, 0)]
    [InlineData("/statistics?theme=transport", 0, 0)]
    [InlineData("/statistics/migrant-workers", 2, 2)]
    [InlineData("/terms", 1, 1)]
    [InlineData("/terms/hukou", 2, 1)]
    [InlineData("/terms/cards", 2, 2)]
    [InlineData("/scenes", 1, 1)]
    [InlineData("/claims", 3, 3)]
    [InlineData("/timeline", 1, 1)]
    [InlineData("/people", 1, 1)]
    [InlineData("/places", 1, 1)]
    [InlineData("/lessons", 1, 1)]
    [InlineData("/sources", 0, 0)]
    [InlineData("/compare", 1, 1)]
    [InlineData("/about", 2, 2)]
    [InlineData("/about/design", 0, 0)]
    [InlineData("/search", 0, 0)]
    [InlineData("/settings", 1, 1)]
    [InlineData("/offline", 0, 0)]
    [InlineData("/my-work", 0, 0)]
    [InlineData("/boxes/terms/hukou", 1, 1)]
    [InlineData("/statistics/migrant-workers.csv", 0, 0)]
    [InlineData("/statistics/migrant-workers.json", 0, 0)]
    [InlineData("/terms/cards.txt", 2, 2)]
    [InlineData("/sitemap.xml", 0, 0)]
    [InlineData("/robots.txt", 0, 0)]
    public async Task A_page_asks_the_library_only_for_its_own_content(string address, int first, int again) =>
        Assert.Equal((first, again), (await site.CountAsync(address), await site.CountAsync(address)));

    [Theory]
    [InlineData(PageKind.Scene, 1, 1)]
    [InlineData(PageKind.Claim, 3, 3)]
    [InlineData(PageKind.Person, 1, 1)]
    [InlineData(PageKind.Place, 2, 1)]
    [InlineData(PageKind.Lesson, 4, 3)]
    [InlineData(PageKind.Source, 3, 3)]
    public async Task So_does_a_page_of_each_other_kind(PageKind kind, int first, int again)
    {
        var address = site.AddressOfFirst(kind);

        Assert.Equal((first, again), (await site.CountAsync(address), await site.CountAsync(address)));
    }

    [Fact]
    public async Task A_box_of_a_number_asks_nothing_because_every_figure_is_in_the_index()
    {
        var figure = site.FirstFigure();

        Assert.Equal(0, await site.CountAsync($"/boxes/statistics/{figure}"));
    }
}

/// <summary>The real content, rendered for each request, with a count of the queries to its library.</summary>
public sealed class QueryCountSite : IAsyncLifetime, IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private readonly StudySite site = new($"--Content:Folder={Repository.Path("content")}", "--Pages:Prepared=false");
    private readonly ConcurrentBag<IDisposable> subscriptions = [];
    private string data = "";
    private int queries;

    /// <summary>Asks for a page and counts the queries to the library.</summary>
    public async Task<int> CountAsync(string address)
    {
        Interlocked.Exchange(ref queries, 0);
        using var answer = await site.Visitor().GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return Volatile.Read(ref queries);
    }

    public string AddressOfFirst(PageKind kind)
    {
        using var scope = site.Services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<LibraryDb>().Pages.Where(page => page.Kind == kind).OrderBy(page => page.Number).First().Address;
    }

    public string FirstFigure()
    {
        using var scope = site.Services.CreateScope();
        var cell = scope.ServiceProvider.GetRequiredService<LibraryDb>().Observations.First(cell => cell.Value != null);
        return $"{cell.StatisticKey.Split('/')[1]}/{cell.Fragment}";
    }

    public async ValueTask InitializeAsync()
    {
        // First, because EF looks for listeners only once a second.
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
        await site.InitializeAsync();
        data = Path.GetFileName(Path.GetDirectoryName(site.Services.GetRequiredService<DataFolder>().Library)!);
        await CountAsync("/themes");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var subscription in subscriptions)
            subscription.Dispose();
        await site.DisposeAsync();
    }

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener listener)
    {
        if (listener.Name == DbLoggerCategory.Name)
            subscriptions.Add(listener.Subscribe(this));
    }

    // Other tests run beside this one, over libraries of their own.
    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> told)
    {
        if (told.Key == RelationalEventId.CommandExecuting.Name && told.Value is CommandEventData { Context: LibraryDb } command
            && Uri.UnescapeDataString(command.Command.Connection!.DataSource).Contains(data, StringComparison.Ordinal))
            Interlocked.Increment(ref queries);
    }

    void IObserver<DiagnosticListener>.OnCompleted()
    {
    }

    void IObserver<DiagnosticListener>.OnError(Exception error)
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted()
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error)
    {
    }
}
