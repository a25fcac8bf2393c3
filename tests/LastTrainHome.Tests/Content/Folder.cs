using System.Text;
using LastTrainHome.Content;
using LastTrainHome.Library;
using Xunit;

namespace LastTrainHome.Tests.Content;

/// <summary>A content folder made of strings: the smallest sound study, of a film that does not exist, and whatever a test lays over it.</summary>
internal sealed class Folder
{
    private readonly Dictionary<string, byte[]> files;

    private Folder(Dictionary<string, byte[]> files) => this.files = files;

    /// <summary>A study in Russian with one page of most kinds, without a mistake.</summary>
    public static Folder Sound { get; } = new Folder([])
        .With("documentary.md", """
            ---
            title: The Winter Crossing
            original: Зимняя переправа
            language: ru
            director: Vera Anokhina
            year: 2014
            rights: The film is invented.
            ---

            Begin with [crossing](themes/01-crossing.md).
            """)
        .With("themes/01-crossing.md", """
            ---
            title: Crossing
            question: What does a count of passengers say?
            summary: Two ways lead over the river.
            ---

            Two ways lead over the river.
            """)
        .With("themes/02-waiting.md", """
            ---
            title: Waiting
            question: Who can wait?
            summary: Twice a year nobody crosses.
            ---

            Twice a year nobody crosses.
            """)
        .With("sections/01-the-landing.md", """
            ---
            title: The landing
            summary: The review opens on the pier.
            ---

            ## The ferry

            It is old.

            ::: question {#why-old}
            Why is it old?
            :::
            """)
        .With("terms/zimnik.md", """
            ---
            title: zimnik
            original: зимник
            variants: [зимняя дорога]
            romanization: zímnik
            gloss: winter road
            ---

            A road of ice.
            """)
        .With("people/vera.md", """
            ---
            name: Vera
            role: director
            ---
            """)
        .With("events/launch.md", """
            ---
            date: 1974-05
            title: The ferry is launched
            kind: transport
            ---

            It is launched. Everybody watches.
            """)
        .With("statistics/passengers.md", """
            ---
            title: Passengers
            shape: series
            unit: thousand people
            columns:
              ferry: { label: By ferry, counts: tickets, definition: Tickets sold }
              road: { label: On the ice, counts: people, definition: People at the barrier }
            territory: the island
            producer: the company
            breaks:
              - { at: "2011", columns: [road], note: "people, no longer cars" }
            sources: [report]
            ---

            | period | ferry | road | status | note |
            | ------ | ----: | ---: | ------ | ---- |
            | 2008   |  36.2 | 13.6 |        |      |
            | 2011   |  33.3 | 22.0 |        |      |
            | 2013   |  31.4 | 22.5 |        |      |
            | 2014   |  30.0 |      | forecast |    |
            """)
        .With("statistics/ice.md", """
            ---
            title: The ice
            shape: figures
            unit: cm
            columns:
              value: { label: Value, counts: ice, definition: The council's rules }
            territory: the island
            producer: the council
            sources: [report]
            ---

            | name      | value |
            | --------- | ----: |
            | thickness |    45 |
            """)
        .With("sources.json", """
            [
              {
                "id": "report",
                "type": "report",
                "title": "Report",
                "author": [{ "literal": "Company" }],
                "issued": { "date-parts": [[2014]] }
              },
              {
                "id": "review-2015",
                "type": "article-journal",
                "title": "Waiting for the ice",
                "author": [{ "family": "Lehto", "given": "Ilmari" }],
                "issued": { "date-parts": [[2015]] }
              }
            ]
            """);

    public IReadOnlyList<ContentFile> Files =>
        [.. files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => ContentFolder.Of(file.Key, file.Value))];

    public Folder With(string path, string text) => With(path, Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n") + "\n"));

    public Folder With(string path, byte[] bytes) => new(new(files) { [path] = bytes });

    public Folder Without(string path) => new(files.Where(file => file.Key != path).ToDictionary());

    /// <summary>With a chapter that has this body. Its first line is the file's sixth.</summary>
    public Folder Chapter(string body, string path = "sections/02-example.md") =>
        With(path, $"---\ntitle: Example\nsummary: An example.\n---\n\n{body}");

    /// <summary>With other words in one of its files.</summary>
    public Folder Changed(string path, string old, string fresh)
    {
        var text = Encoding.UTF8.GetString(files[path]);
        Assert.Contains(old, text, StringComparison.Ordinal);
        return With(path, Encoding.UTF8.GetBytes(text.Replace(old, fresh, StringComparison.Ordinal)));
    }

    public Edition Read() => EditionReader.ReadOnce(Files);

    /// <summary>One of its pages; the folder must be sound.</summary>
    public Page Page(string key = "sections/example")
    {
        var edition = Read();
        Assert.Empty(edition.Problems);
        return edition.Pages.Single(page => page.Key == key);
    }

    /// <summary>What is wrong with it, as <c>path(line,column) CODE</c>.</summary>
    public IEnumerable<string> Mistakes() => Read().Problems.Select(Short);

    public static string Short(Problem problem) => $"{problem.Path}({problem.Line},{problem.Column}) {problem.Code}";
}
