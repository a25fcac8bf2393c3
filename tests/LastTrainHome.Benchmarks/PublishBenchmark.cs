using System.Diagnostics;
using LastTrainHome.Content;
using Markdig;
using YamlDotNet.Serialization;

namespace LastTrainHome.Benchmarks;

/// <summary>How long a folder takes from files on disk to a library that can be read, against the least any such program must do: read the
/// files, read their YAML, render their Markdown.</summary>
internal static class PublishBenchmark
{
    public static int Run(int sections)
    {
        var folder = Directory.CreateTempSubdirectory("publish-").FullName;
        try
        {
            Corpus.Write(folder, sections);
            var files = Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories).ToArray();
            Console.WriteLine($"{files.Length} files, {files.Sum(file => new FileInfo(file).Length) / 1024} KB");

            var (bare, read) = (new List<double>(), new List<double>());
            for (var round = 0; round < 7; round++)
            {
                bare.Add(Time(() => Bare(files)));
                read.Add(Time(() =>
                {
                    var edition = new EditionReader().Read(ContentFolder.Read(folder));
                    if (!edition.IsSound)
                        throw new InvalidOperationException(edition.Problems[0].ToString());
                }));
            }

            Console.WriteLine($"bare read + YAML + Markdig: {Median(bare):F0} ms");
            Console.WriteLine($"read, check, set:           {Median(read):F0} ms, {Median(read) / Median(bare):F2} x");
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
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
