using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LastTrainHome.Benchmarks;

/// <summary>The students of <see cref="ClassroomBenchmark"/>: each signs in with a card, opens the assigned chapter, and then writes, a save every
/// two seconds, and turns a page every ten.</summary>
internal static partial class ClassroomStudents
{
    private static readonly ConcurrentBag<double> Pages = [], Saves = [];
    private static readonly ConcurrentDictionary<string, int> Errors = [];

    public static async Task<int> RunAsync(string address, string cards, string logFile, int seconds)
    {
        await using var log = TextWriter.Synchronized(new StreamWriter(logFile) { AutoFlush = true });
        var students = (await File.ReadAllLinesAsync(cards)).Select(line => line.Split('\t')).Select(parts => new Student(address, parts[0], parts[1], parts[2])).ToList();

        var began = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(students, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (student, _) => await student.SignInAsync());
        Console.WriteLine($"{students.Count} signed in within {Stopwatch.GetElapsedTime(began).TotalSeconds:F1} s");

        began = Stopwatch.GetTimestamp();
        await Task.WhenAll(students.Select(student => student.OpenAsync()));
        Console.WriteLine($"all open the chapter in the same moment: the last has it after {Stopwatch.GetElapsedTime(began).TotalMilliseconds:F0} ms");

        // The site's code is compiled anew while it is first used: ten seconds go before what counts.
        await WorkAsync(10);
        Pages.Clear();
        Saves.Clear();
        Errors.Clear();
        await WorkAsync(seconds);
        students.ForEach(student => student.Dispose());
        Print("pages", Pages);
        Print("saves", Saves);
        Console.WriteLine(Errors.IsEmpty ? "errors 0" : $"errors {Errors.Values.Sum()}: {string.Join("; ", Errors.Select(error => $"{error.Value} x {error.Key}"))}");
        return 0;

        Task WorkAsync(int howLong) => Task.WhenAll(students.Select((student, number) => student.WorkAsync(TimeSpan.FromSeconds(howLong), new Random(number), log)));
    }

    private static void Print(string what, IReadOnlyCollection<double> times)
    {
        var sorted = times.Order().ToList();
        double At(double share) => sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))];
        Console.WriteLine($"{what} {sorted.Count}: p50 {At(.5):F1} ms, p95 {At(.95):F1} ms, p99 {At(.99):F1} ms");
    }

    private sealed partial class Student(string address, string id, string card, string page) : IDisposable
    {
        private readonly HttpClient client = new(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = new(address) };
        private string saveAt = "", token = "", text = "";
        private int version;

        public async Task SignInAsync()
        {
            var form = await client.GetStringAsync("/sign-in");
            using var answer = await client.PostAsync("/sign-in?handler=Card", new FormUrlEncodedContent([new("Card", card), new("__RequestVerificationToken", Token().Match(form).Groups[1].Value)]));
            if (answer.StatusCode != HttpStatusCode.Redirect)
                Count($"signing in {answer.StatusCode}");
        }

        public async Task OpenAsync()
        {
            var html = await ReadAsync(page);
            saveAt = WebUtility.HtmlDecode(SaveAt().Match(html).Groups[1].Value);
            token = Token().Match(html[Math.Max(0, html.IndexOf("data-save", StringComparison.Ordinal))..]).Groups[1].Value;
        }

        public async Task WorkAsync(TimeSpan howLong, Random chance, TextWriter log)
        {
            var until = Stopwatch.GetTimestamp() + (long)(howLong.TotalSeconds * Stopwatch.Frequency);
            await Task.Delay(chance.Next(2000)); // nobody types in step
            for (var turn = chance.Next(5); Stopwatch.GetTimestamp() < until; turn++)
            {
                if (turn % 5 == 0)
                    await ReadAsync(turn % 10 == 0 ? page : "/statistics/migrant-workers");
                await SaveAsync(log);
                await Task.Delay(1500 + chance.Next(1000));
            }
        }

        private async Task<string> ReadAsync(string path)
        {
            var began = Stopwatch.GetTimestamp();
            using var answer = await client.GetAsync(path);
            var html = await answer.Content.ReadAsStringAsync();
            Pages.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            if (!answer.IsSuccessStatusCode)
                Count($"page {answer.StatusCode}");
            return html;
        }

        private async Task SaveAsync(TextWriter log)
        {
            text += $"Another sentence, number {version + 1}, as one writes them. ";
            using var asked = new HttpRequestMessage(HttpMethod.Post, saveAt) { Content = JsonContent.Create(new { text, choices = Array.Empty<int>(), builtOn = version }) };
            asked.Headers.Add("RequestVerificationToken", token);
            var began = Stopwatch.GetTimestamp();
            using var answer = await client.SendAsync(asked);
            var said = await answer.Content.ReadAsStringAsync();
            Saves.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                Count($"save {answer.StatusCode}");
                return;
            }

            version = JsonDocument.Parse(said).RootElement.GetProperty("version").GetInt32();
            await log.WriteLineAsync($"{id}\t{version}\t{ClassroomBenchmark.Hash(text)}");
        }

        public void Dispose() => client.Dispose();

        private static void Count(string error) => Errors.AddOrUpdate(error, 1, (_, count) => count + 1);

        [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
        private static partial Regex Token();

        [GeneratedRegex("data-save=\"([^\"]+)\"")]
        private static partial Regex SaveAt();
    }
}
