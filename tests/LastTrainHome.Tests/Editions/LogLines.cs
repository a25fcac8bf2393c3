using System.Collections.Concurrent;

namespace LastTrainHome.Tests.Editions;

/// <summary>Keeps what was logged, and lets a test wait for a line.</summary>
internal sealed class LogLines : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> lines = new();
    private readonly SemaphoreSlim more = new(0);

    public IEnumerable<string> Lines => lines;

    public void Clear() => lines.Clear();

    public async Task ContainsAsync(string part, CancellationToken cancel)
    {
        while (!lines.Any(line => line.Contains(part, StringComparison.Ordinal)))
            await more.WaitAsync(cancel);
    }

    public void Log<TState>(LogLevel level, EventId id, TState state, Exception? failure, Func<TState, Exception?, string> format)
    {
        lines.Enqueue(format(state, failure));
        more.Release();
    }

    public bool IsEnabled(LogLevel level) => true;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public ILogger CreateLogger(string category) => this;

    public void Dispose() => more.Dispose();
}
