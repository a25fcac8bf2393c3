using System.Diagnostics;
using LastTrainHome.Content;
using LastTrainHome.Editions;
using LastTrainHome.Store;
using Markdig;
using Microsoft.Data.Sqlite;
using YamlDotNet.Serialization;

namespace LastTrainHome.Benchmarks;

/// <summary>How long a folder takes from files on disk to a library that can be read, against the least any such program must do: read the
/// files, read their YAML, render their Markdown. Rounds of the one and the other alternate, so that whatever else the machine does is in both.</summary>
internal static class PublishBenchmark
{
    private const int WarmingUp = 3;

    public static async Task<int> RunAsync(int sections)
    {
        var rounds = Math.Clamp(10_000 / sections, 3, 10);
        var folder = Directory.CreateTempSubdirectory("publish-").FullName;
        try
        {
            Corpus.Write(folder, sections);
            var files = Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories).ToArray();
            Console.WriteLine($"{files.Length} files, {files.Sum(file => new FileInfo(file).Length) / 1024} KB, {Environment.ProcessorCount} processors, {rounds} rounds");

            var (bare, full, changed) = (new Times("bare read + YAML + Markdig"), new Times("published"), new Times("one changed file live"));
            Times[] stages = [new("  files read"), new("  pages made"), new("  library written"), new("  files recorded")];
            for (var round = -WarmingUp; round < rounds; round++)
            {
                await bare.AddAsync(round, () => Task.Run(() => Bare(files)));
                await WithPublisherAsync(folder, async services =>
                {
                    var publisher = services.GetRequiredService<Publisher>();
                    await full.AddAsync(round, () => PublishAsync(publisher, folder));
                    await File.AppendAllTextAsync(files[^1], $"\nOne more sentence{new string('!', round + WarmingUp + 1)}\n");
                    await changed.AddAsync(round, () => PublishAsync(publisher, folder));
                });
                await WithPublisherAsync(folder, services => StagesAsync(services, folder, round, stages));
            }

            Console.WriteLine($"{"",-28}    p50      min         work");
            foreach (var times in (Times[])[bare, full, changed])
                Console.WriteLine(times);
            var (mostRatio, mostMilliseconds) = sections <= 1000 ? (4, 100) : (6, 400);
            Console.WriteLine($"published / bare: {full.Middle / bare.Middle:F2} x by p50 (goal {mostRatio} x), "
                + $"{full.Least / bare.Least:F2} x by min, {full.Work / bare.Work:F2} x by work");
            Console.WriteLine($"one changed file live: {changed.Middle:F0} ms (goal {mostMilliseconds} ms)");
            Console.WriteLine("the stages, one after the other, and their share of the bare pass:");
            foreach (var times in stages)
                Console.WriteLine($"{times} {times.Middle / bare.Middle,8:F2} x");
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task WithPublisherAsync(string folder, Func<IServiceProvider, Task> work)
    {
        var data = Directory.CreateTempSubdirectory("publish-data-").FullName;
        await using (var services = new ServiceCollection()
            .AddLogging()
            .AddEditions(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Content:Folder"] = folder, ["Data:Folder"] = data }).Build())
            .BuildServiceProvider())
        {
            _ = services.GetRequiredService<StudyStore>(); // its tables are no part of publishing
            await work(services);
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(data, recursive: true);
    }

    private static async Task PublishAsync(Publisher publisher, string folder)
    {
        if (await publisher.PublishAsync(folder, EditionOrigin.Publish, keepInMemory: true) is not { Edition.IsSound: true, IsNew: true })
            throw new InvalidOperationException("Nothing was published.");
    }

    private static async Task StagesAsync(IServiceProvider services, string folder, int round, Times[] stages)
    {
        IReadOnlyList<ContentFile> files = [];
        Edition? edition = null;
        await stages[0].AddAsync(round, () => Task.Run(() => files = ContentFolder.Read(folder)));
        await stages[1].AddAsync(round, () => Task.Run(() => edition = EditionReader.ReadOnce(files)));
        await stages[2].AddAsync(round, () => Task.Run(() => services.GetRequiredService<LibraryBuilder>().Build(edition!, keepInMemory: false)));
        await stages[3].AddAsync(round, () => services.GetRequiredService<Archive>().RecordAsync(edition!, EditionOrigin.Publish));
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

    /// <summary>How long one thing took, round by round, in milliseconds. What happened before round 0 warmed the process up.</summary>
    private sealed class Times(string name)
    {
        private readonly List<double> taken = [];
        private readonly List<double> worked = [];

        public double Middle => Half(taken);

        public double Least => taken.Min();

        /// <summary>What all processors worked, which tells more than the clock on a machine with other things to do.</summary>
        public double Work => Half(worked);

        public async Task AddAsync(int round, Func<Task> work)
        {
            GC.Collect();
            var (clock, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            await work();
            if (round < 0)
                return;
            taken.Add(clock.Elapsed.TotalMilliseconds);
            worked.Add((Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
        }

        public override string ToString() => $"{name,-28} {Middle,6:F0} {Least,8:F0} {Work,8:F0} ms";

        private static double Half(List<double> times) => times.Order().ElementAt(times.Count / 2);
    }
}
