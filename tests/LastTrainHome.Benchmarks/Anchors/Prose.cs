using LastTrainHome.Content;
using LastTrainHome.Library;

namespace LastTrainHome.Benchmarks.Anchors;

/// <summary>Prose of one language: paragraphs to make texts of, and sentences that stand in none of them.</summary>
/// <param name="Language">As it is printed.</param>
/// <param name="Paragraphs">Of several sentences each.</param>
/// <param name="Strangers">Sentences on the same matters, for edits that put in something new.</param>
/// <param name="Formulas">Writes sentences that differ in a number, a year or a name.</param>
internal sealed record Prose(string Language, IReadOnlyList<string> Paragraphs, IReadOnlyList<string> Strangers, Func<Random, string> Formulas)
{
    private static readonly PageKind[] Chapters = [PageKind.Section, PageKind.Theme, PageKind.Term, PageKind.Lesson];

    /// <summary>The study's own pages, as readers see them: chapters, themes and words to be edited; people, places, scenes and claims to take new sentences from.</summary>
    public static Prose English()
    {
        var pages = EditionReader.ReadOnce(ContentFolder.Read(Path.Combine(Repository(), "content"))).Pages;
        return new(
            "English",
            [.. Blocks(pages.Where(page => Chapters.Contains(page.Kind))).Where(block => block.Length > 150)],
            [.. Blocks(pages.Where(page => page.Kind is PageKind.Person or PageKind.Place or PageKind.Scene or PageKind.Claim or PageKind.Event)).SelectMany(Sentences)],
            random => Pick(random,
                $"In {random.Next(1990, 2024)} {Pick(random, "the railways", "the buses", "the airlines", "the ferries")} carried {random.Next(20, 900)} million passengers{Pick(random, "", " in the season", " in forty days")}.",
                $"The {Pick(random, "first", "second", "third")} count gave {random.Next(2, 90)}.{random.Next(1, 9)} percent for {Pick(random, "Hunan", "Sichuan", "Henan", "Anhui")}.",
                $"{Pick(random, "We", "They", "The passengers")} waited for {Pick(random, "two", "three", "four", "five")} {Pick(random, "hours", "days")}.",
                $"Look at the {Pick(random, "first", "last", "next")} {Pick(random, "scene", "table", "page")} again."));
    }

    /// <summary>A prose written for this measurement.</summary>
    public static Prose Chinese()
    {
        var halves = File.ReadAllText(Path.Combine(Repository(), "tests", "LastTrainHome.Benchmarks", "Anchors", "chinese.txt")).Split("----");
        return new(
            "Chinese",
            halves[0].Split('\n', StringSplitOptions.RemoveEmptyEntries),
            [.. halves[1].Split('\n', StringSplitOptions.RemoveEmptyEntries).SelectMany(Sentences)],
            random => Pick(random,
                $"{random.Next(1990, 2024)}年{Pick(random, "铁路", "公路", "民航", "水运")}发送旅客{random.Next(20, 900)}万人次。",
                $"{Pick(random, "第一", "第二", "第三")}次调查的结果是百分之{random.Next(2, 90)}。",
                $"{Pick(random, "我们", "他们", "旅客")}等了{Pick(random, "两", "三", "四", "五")}{Pick(random, "个小时", "天")}。",
                $"请再看一遍{Pick(random, "第一", "最后", "下")}一{Pick(random, "个场面", "张表", "页")}。"));
    }

    public static T Pick<T>(Random random, params IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    /// <summary>The repository this program was built from.</summary>
    public static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "LastTrainHome.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The benchmarks do not lie in the repository.");
        return folder.FullName;
    }

    private static IEnumerable<string> Blocks(IEnumerable<Page> pages) => pages.SelectMany(page => page.Text.Split('\n')).Where(block => block.Length > 40).Distinct();

    private static IEnumerable<string> Sentences(string block) =>
        TrackedText.Parse(block).Paragraphs.SelectMany(paragraph => paragraph).Where(sentence => sentence.Count >= 4).Select(sentence => sentence.ToString());
}
