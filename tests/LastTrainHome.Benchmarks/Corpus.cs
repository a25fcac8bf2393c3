using System.Globalization;
using System.Text;

namespace LastTrainHome.Benchmarks;

/// <summary>A made-up content folder of any size in the study's format: the same size gives the same bytes.</summary>
internal static class Corpus
{
    private const int Terms = 60;
    private const int Statistics = 20;

    private static readonly string[] Words = ("the of and to in a is that for it was as with on by are this from which were at an or be has not their they film family village "
        + "city worker migrant factory child school winter crowd train station government policy census household registration labour wage season journey return home parent "
        + "daughter son camera scene director silence long take sound interview distance generation education ambition festival spring holiday south north province farmland "
        + "harvest population rural urban income remittance export order crisis recession economy brand sewing machine dormitory overtime ticket queue rain night platform "
        + "conflict anger love sacrifice expectation duty grandmother memory letter phone money future promise loss hope question theme review argument evidence context").Split(' ');

    /// <summary>Writes a folder with so many chapters, each of about 900 words, and what they refer to.</summary>
    public static void Write(string folder, int sections)
    {
        var random = new Random(20261);
        void File(string path, string text)
        {
            var full = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            System.IO.File.WriteAllText(full, text, new UTF8Encoding(false));
        }

        File("documentary.md", "---\ntitle: A film\nlanguage: zh-Hans\ndirector: Somebody\nyear: 2009\nrights: Theirs\n---\n\nWelcome.\n");
        File("sources.json", $"[{string.Join(",\n", Enumerable.Range(0, 40).Select(at => $$"""{"id":"source-{{at}}","type":"book","title":"Book {{at}}","author":[{"family":"Writer","given":"A"}],"issued":{"date-parts":[[{{1970 + at}}]] } }"""))}]");
        foreach (var theme in (string[])["transport", "family", "register"])
            File($"themes/{theme}.md", $"---\ntitle: {theme}\nquestion: What of it?\nsummary: A theme.\n---\n\n{Paragraph(random, 80, false)}\n");
        for (var term = 0; term < Terms; term++)
            File($"terms/term-{term}.md", $"---\ntitle: term {term}\noriginal: {(char)(0x6237 + term)}口\nromanization: hù\ngloss: a word\n---\n\n{Paragraph(random, 60, false)}\n");
        for (var statistic = 0; statistic < Statistics; statistic++)
            File($"statistics/statistic-{statistic}.md", Statistic(statistic));
        for (var section = 0; section < sections; section++)
            File($"sections/chapter-{section}.md", Section(random, section, sections));
    }

    private static string Statistic(int number)
    {
        var rows = string.Join('\n', Enumerable.Range(2000, 25).Select(year => string.Create(CultureInfo.InvariantCulture, $"| {year} | {100 + year - 2000 + number}.5 | source-1 |")));
        return $"---\ntitle: Statistic {number}\nshape: series\nunit: million people\ncolumns:\n  total: {{ label: All, counts: people-{number}, definition: everybody }}\nterritory: everywhere\nproducer: An office\n---\n\nA measurement.\n\n| period | total | source |\n| --- | ---: | --- |\n{rows}\n";
    }

    private static string Section(Random random, int number, int sections)
    {
        var text = new StringBuilder($"---\ntitle: Chapter {Letters(number)}\nsummary: {Sentence(random, 12)}\nthemes: [transport]\nsources: [source-2]\n---\n\n");
        text.Append(Paragraph(random, 90, true)).Append("\n\n");
        for (var part = 0; part < 5; part++)
        {
            text.Append("## ").Append(Sentence(random, 4)).Append(part == 2 ? " {themes=register}" : "").Append("\n\n");
            text.Append(Paragraph(random, 80, true)).Append("\n\n").Append(Paragraph(random, 70, true)).Append("\n\n");
            if (part == 1)
                text.Append("> ").Append(Sentence(random, 20)).Append(".\n\n");
            if (part == 3)
                text.Append($"- {Sentence(random, 12)}\n- [the next one](chapter-{(number + 1) % sections}.md)\n- {Sentence(random, 9)}\n\n");
        }

        return text.Append($"::: question {{#question-{Letters(number)}}}\nWhat do you see?\n\n- [ ] nothing\n  > Look again.\n- [x] something\n\n> Yes.\n:::\n").ToString();
    }

    private static string Paragraph(Random random, int words, bool links)
    {
        var text = new StringBuilder();
        for (var written = 0; written < words;)
        {
            var length = random.Next(9, 22);
            written += length;
            text.Append(Sentence(random, length));
            if (links && random.Next(4) == 0)
                text.Append($" [term](../terms/term-{random.Next(Terms)}.md)");
            if (links && random.Next(5) == 0)
            {
                var (statistic, year) = (random.Next(Statistics), random.Next(25));
                text.Append(CultureInfo.InvariantCulture, $" with [{100 + year + statistic}.5 million](../statistics/statistic-{statistic}.md#{2000 + year})");
            }

            if (links && random.Next(8) == 0)
                text.Append($" [@source-{random.Next(40)}]");
            text.Append(". ");
        }

        return text.ToString().TrimEnd();
    }

    private static string Sentence(Random random, int words)
    {
        var chosen = Enumerable.Range(0, words).Select(_ => Words[random.Next(Words.Length)]).ToArray();
        chosen[0] = char.ToUpperInvariant(chosen[0][0]) + chosen[0][1..];
        return string.Join(' ', chosen);
    }

    private static string Letters(int number)
    {
        var text = new StringBuilder();
        for (number++; number > 0; number /= 26)
            text.Insert(0, (char)('a' + (number % 26)));
        return text.ToString();
    }
}
