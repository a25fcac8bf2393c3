using System.Net;
using System.Net.Sockets;

namespace LastTrainHome.BrowserTests;

/// <summary>A line to the site that can be cut and mended, with an address of its own. What a browser kept from another line it does not find here.</summary>
internal sealed class Line : IAsyncDisposable
{
    private readonly Uri site;
    private readonly int port;
    private CancellationTokenSource cut = new();
    private Task carrying;

    public Line(string site)
    {
        this.site = new Uri(site);
        var listener = Listen(0);
        port = ((IPEndPoint)listener.LocalEndpoint).Port;
        carrying = CarryAsync(listener, cut.Token);
    }

    /// <summary>Where the site answers through this line, as long as it is whole.</summary>
    public string Address => $"http://localhost:{port}";

    public async Task CutAsync()
    {
        await cut.CancelAsync();
        await carrying;
    }

    public void Mend()
    {
        cut.Dispose();
        cut = new();
        carrying = CarryAsync(Listen(port), cut.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await CutAsync();
        cut.Dispose();
    }

    private static TcpListener Listen(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        return listener;
    }

    private async Task CarryAsync(TcpListener listener, CancellationToken end)
    {
        var calls = new List<Task>();
        using (listener)
        {
            try
            {
                while (true)
                    calls.Add(CallAsync(await listener.AcceptTcpClientAsync(end), end));
            }
            catch (OperationCanceledException)
            {
                // Cut.
            }
        }

        await Task.WhenAll(calls);
    }

    private async Task CallAsync(TcpClient browser, CancellationToken end)
    {
        using (browser)
        using (var server = new TcpClient())
        {
            try
            {
                await server.ConnectAsync(site.Host, site.Port, end);
                await Task.WhenAny(
                    browser.GetStream().CopyToAsync(server.GetStream(), end),
                    server.GetStream().CopyToAsync(browser.GetStream(), end));
            }
            catch (Exception gone) when (gone is OperationCanceledException or IOException or SocketException)
            {
                // One of the two has hung up.
            }
        }
    }
}
