using System.Collections.Concurrent;
using System.Text;
using Microsoft.Playwright;

namespace LastTrainHome.BrowserTests;

/// <summary>A page in a browser that knows nothing of earlier ones, and what went on in it.</summary>
public sealed class Window(string address, IBrowserContext context, IPage page)
{
    private readonly ConcurrentQueue<string> errors = new();
    private readonly ConcurrentQueue<IRequest> requests = new();

    public IBrowserContext Context => context;

    public IPage Page => page;

    /// <summary>What scripts threw and what the console calls an error, a refusal of the content security policy among them.</summary>
    public IReadOnlyCollection<string> Errors => errors;

    /// <summary>Whole addresses of all that was asked for.</summary>
    public IReadOnlyCollection<string> Requests => [.. requests.Select(request => request.Url)];

    /// <summary>What was asked of other hosts. Always nothing.</summary>
    public IEnumerable<string> Abroad => Requests.Where(asked => !asked.StartsWith(address + "/", StringComparison.Ordinal) && !asked.StartsWith("data:", StringComparison.Ordinal));

    /// <summary>Everything that left the browser: method, address, headers and body of each request, as it was and as a form means it; and the cookies
    /// that went along, of which requests do not tell.</summary>
    public async Task<IReadOnlyList<string>> SentAsync()
    {
        var sent = requests.Select(request => $"{request.Method} {request.Url} {string.Join(' ', request.Headers)}\n{Encoding.UTF8.GetString(request.PostDataBuffer ?? [])}");
        var cookies = (await context.CookiesAsync()).Select(cookie => $"{cookie.Name}={cookie.Value}");
        return [.. sent.Concat(cookies).Select(whole => $"{whole}\n{Uri.UnescapeDataString(whole.Replace('+', ' '))}")];
    }

    /// <param name="at">Where the site answers; its own address if none is given, and then no service worker runs.</param>
    public static async Task<Window> OpenAsync(Site site, Look look, string? at = null)
    {
        var context = await site.Browser.NewContextAsync(new()
        {
            BaseURL = at ?? site.Address,
            ViewportSize = new() { Width = look.Width, Height = look.Height },
            ColorScheme = look.Scheme,
            ReducedMotion = look.Motion,
            JavaScriptEnabled = look.Script,
            HasTouch = look.Touch,
            IsMobile = look.Touch,
            ServiceWorkers = at is null ? ServiceWorkerPolicy.Block : ServiceWorkerPolicy.Allow, // each would install one, and keep every page
        });
        context.SetDefaultTimeout(Site.Patience);
        var window = new Window(at ?? site.Address, context, await context.NewPageAsync());
        window.Listen();
        return window;
    }

    /// <summary>Goes to an address of the site.</summary>
    public Task<IResponse?> GoAsync(string address) => page.GotoAsync(address);

    /// <summary>How many pixels of the page lie sideways of the window. None ever may.</summary>
    public Task<int> SidewaysAsync() => page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    /// <summary>How many pixels of the page lie beside the paper when it is printed on A4. None ever may: the browser would print all of it smaller.</summary>
    public async Task<int> BesidePaperAsync()
    {
        var screen = page.ViewportSize!;
        await page.SetViewportSizeAsync(Paper.Width, screen.Height);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        var sideways = await SidewaysAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
        await page.SetViewportSizeAsync(screen.Width, screen.Height);
        return sideways;
    }

    /// <summary>Does to the page what the browser's translation does: each text lies in two font elements.</summary>
    public Task TranslateAsync() => page.EvaluateAsync("""
        () => {
          const walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
          const texts = [];
          while (walk.nextNode()) if (walk.currentNode.data.trim()) texts.push(walk.currentNode);
          for (const text of texts) {
            const [outer, inner] = [document.createElement('font'), document.createElement('font')];
            text.replaceWith(outer);
            outer.append(inner);
            inner.append(text);
          }
        }
        """);

    private void Listen()
    {
        page.PageError += (_, error) => errors.Enqueue($"{new Uri(page.Url).PathAndQuery}: {error}");
        page.Console += (_, message) =>
        {
            // That a page was not found is what some tests ask for; the browser writes it down as an error.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource: the server responded with a status of 404", StringComparison.Ordinal))
                errors.Enqueue($"{new Uri(page.Url).PathAndQuery}: {message.Text}");
        };
        context.Request += (_, request) => requests.Enqueue(request);
    }
}
