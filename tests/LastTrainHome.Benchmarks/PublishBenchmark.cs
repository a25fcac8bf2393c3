using System.Diagnostics;
using LastTrainHome.Publishing;
using LastTrainHome.Store;
using Markdig;
using Microsoft.Data.Sqlite;
using YamlDotNet.Serialization;

namespace LastTrainHome.Benchmarks;

/// <summary>How long a folder takes from files on disk to a library that can be read, against the least any such program must do: read the
/// files, read their YAML, render their Markdown.</summary>
internal static class PublishBenchmark
{
    public static async Task<int> RunAsync(int sections)
    {
        var folder = Directory.CreateTempSubdirectory("publish-").FullName;
        try
        {
            Corpus.Write(folder, sections);
            var files = Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories).ToArray();
            Console.WriteLine($"{files.Length} files, {files.Sum(file => new FileInfo(file).Length) / 1024} KB");

            var (bare, full, changed) = (new List<double>(), new List<double>(), new List<double>());
            for (var round = 0; round < 7; round++)
            {
                var data = Directory.CreateTempSubdirectory("publish-data-").FullName;
                bare.Add(Time(() => Bare(files)));
                await using (var services = Services(folder, data))
                {
                    var press = services.GetRequiredService<Press>();
                    _ = services.GetRequiredService<StudyStore>();
                    full.Add(await TimeAsync(() => PublishAsync(press, folder)));
                    await File.AppendAllTextAsync(files[^1], $"\nOne more sentence{new string('!', round + 1)}\n");
                    changed.Add(await TimeAsync(() => PublishAsync(press, folder)));
                }

                SqliteConnection.ClearAllPools();
                Directory.Delete(data, recursive: true);
            }

            Console.WriteLine($"bare read + YAML + Markdig: {Median(bare):F0} ms");
            Console.WriteLine($"published:                  {Median(full):F0} ms, {Median(full) / Median(bare):F2} x");
            Console.WriteLine($"one changed file live:      {Median(changed):F0} ms");
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static ServiceProvider Services(string folder, string data) => new ServiceCollection()
        .AddLogging()
        .AddPublishing(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Content:Folder"] = folder, ["Data:Folder"] = data }).Build())
        .BuildServiceProvider();

    private static async Task PublishAsync(Press press, string folder)
    {
        if (await press.PublishAsync(folder, Door.Publish, remember: true) is not { Edition.IsSound: true, IsNew: true })
            throw new InvalidOperationException("Nothing was published.");
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        GC.Collect();
        var clock = Stopwatch.StartNew();
        await work();
        return clock.Elapsed.TotalMilliseconds;
    }

    private static void Bare(string[] files)
    {
        var pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseTaskLists().Build();
        Parallel.ForEach(files, () => new DeserializerBuilder().Build(), (file, _, yaml) =>
        {
            var text = File.ReadAllText(file);
            var end = text.IndexOf("\n---\n", 4, StringComparison.Ordinal);
            yaml.Deserialize<Dictionary<string, object>>(text[4..end]);
            Markdown.ToHtml(text[(end + 5)..], pipeline);
            return yaml;
        }, _ => { });
    }

    private static double Time(Action work)
    {
        GC.Collect();
        var clock = Stopwatch.StartNew();
        work();
        return clock.Elapsed.TotalMilliseconds;
    }

    private static double Median(List<double> times) => times.Skip(2).Order().ElementAt((times.Count - 2) / 2);
}
