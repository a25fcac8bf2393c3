using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using LastTrainHome.Accounts;
using LastTrainHome.Classroom;
using LastTrainHome.Store;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Benchmarks;

/// <summary>Ten classes of twenty read a chapter and write at once, against the real program as a process of its own. The students are another
/// process, which writes down every save that was acknowledged. Then the program is killed, and what it has on disk is held against that log.</summary>
internal static partial class ClassroomBenchmark
{
    private const int Classes = 10;
    private const int InEach = 20;
    private const int Seconds = 30;
    private const string Zone = "Europe/Amsterdam";
    private const string Chapter = "sections/no-seats";

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("classroom-").FullName;
        var (data, cards, log) = (Path.Combine(folder, "data"), Path.Combine(folder, "cards"), Path.Combine(folder, "log"));
        try
        {
            using var site = Start([Program, "--urls=http://127.0.0.1:0", $"--Data:Folder={data}", $"--Content:Folder={Path.Combine(Root, "content")}", "--Content:Watch=false"], redirectError: true);
            var address = await AddressAsync(site);
            await MakeClassesAsync(data, cards);
            Console.WriteLine($"{Classes} classes of {InEach}, {Seconds} s, {Environment.ProcessorCount} processors for the site and its readers together");
            using (var students = Start([Environment.GetCommandLineArgs()[0], "classroom-students", address, cards, log, $"{Seconds}"], redirectError: false))
                await students.WaitForExitAsync();
            site.Kill(); // as if the power had gone
            await site.WaitForExitAsync();
            return await CompareAsync(data, log);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MakeClassesAsync(string data, string file)
    {
        await using var store = StudyStore.Open($"Data Source={Path.Combine(data, "study.db")}");
        var (now, hasher) = (DateTime.UtcNow, new PasswordHasher<Account>());
        var teacher = Account.OfStaff("Teacher", now, teaches: true);
        var made = Enumerable.Range(0, Classes * InEach).AsParallel().Select(_ =>
        {
            var card = SignInCard.Draw();
            var account = Account.OfStudent(card, now);
            (account.NormalizedUserName, account.SecurityStamp, account.PasswordHash) = (card.Handle.ToUpperInvariant(), Token.New(), hasher.HashPassword(account, card.Secret));
            return (Card: card, Account: account);
        }).DistinctBy(student => student.Card.Handle).ToList();

        var classes = made.Chunk(InEach).Select((students, number) =>
        {
            var room = new Class { Name = $"Class {number + 1}", Code = ClassCode.Draw(), TeacherId = teacher.Id, TimeZone = Zone, MadeAt = now };
            foreach (var (student, place) in students.Select((student, place) => (student, place)))
                room.Add(student.Account.Id, $"Student {place + 1}", now);
            var chapter = new Assignment { Title = "A chapter", OpensAt = now.AddMinutes(-1), DueAt = now.AddDays(7), TimeZone = Zone, MadeAt = now };
            chapter.Items.Add(new() { Position = 0, PageKey = Chapter, Words = "The chapter" });
            chapter.Items.Add(new() { Position = 1, PageKey = Chapter, QuestionId = "count-the-boardings", Words = "The question" });
            room.Assignments.Add(chapter);
            return room;
        }).ToList();
        await store.WriteAsync(db =>
        {
            db.Accounts.Add(teacher);
            db.Accounts.AddRange(made.Select(student => student.Account));
            db.Classes.AddRange(classes);
            return Task.CompletedTask;
        });
        await File.WriteAllLinesAsync(file, made.Chunk(InEach).SelectMany((students, number) =>
            students.Select(student => $"{student.Account.Id}\t{student.Card.Secret}\t/{Chapter}?assignment={classes[number].Assignments[0].Id}")));
    }

    private static async Task<int> CompareAsync(string data, string log)
    {
        await using var store = StudyStore.Open($"Data Source={Path.Combine(data, "study.db")}");
        await using var db = store.Read();
        var kept = await db.Answers.ToDictionaryAsync(answer => answer.AccountId);
        var acknowledged = (await File.ReadAllLinesAsync(log)).Select(line => line.Split('\t')).Select(parts => (Student: Guid.Parse(parts[0]), Version: int.Parse(parts[1]), Hash: parts[2])).ToList();
        var lost = 0;
        foreach (var student in acknowledged.GroupBy(save => save.Student))
        {
            var (last, answer) = (student.MaxBy(save => save.Version), kept.GetValueOrDefault(student.Key));
            if (answer is null || answer.Version < last.Version)
                lost += student.Count(save => save.Version > (answer?.Version ?? 0));
            else if (answer.Version == last.Version && Hash(answer.Text) != last.Hash)
                lost++;
        }

        Console.WriteLine($"saves acknowledged {acknowledged.Count}, of {acknowledged.DistinctBy(save => save.Student).Count()} students; lost when the site was killed: {lost}");
        return lost == 0 ? 0 : 1;
    }

    /// <summary>What both processes take for a text's mark.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];

    private static async Task<string> AddressAsync(Process site)
    {
        while (await site.StandardError.ReadLineAsync() is { } line)
            if (Listening().Match(line) is { Success: true } found)
            {
                _ = site.StandardError.ReadToEndAsync(); // or its pipe fills up
                return found.Groups[1].Value;
            }

        throw new InvalidOperationException("The site did not start.");
    }

    private static Process Start(string[] arguments, bool redirectError) =>
        Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardError = redirectError })!;

    // The program as it was built with this, from its own folder, where its static files are.
    private static string Program => Path.Combine([Root, "src", "LastTrainHome", "bin", .. Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory).Split(Path.DirectorySeparatorChar)[^2..], "LastTrainHome.dll"]);

    private static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "LastTrainHome.sln")))
                folder = folder.Parent ?? throw new DirectoryNotFoundException("The benchmarks do not lie in the repository.");
            return folder.FullName;
        }
    }

    [GeneratedRegex(@"Now listening on: (\S+)")]
    private static partial Regex Listening();
}
