using LastTrainHome.Library;

namespace LastTrainHome.Content.FrontMatter;

/// <summary>One key an editor may write in front matter.</summary>
/// <param name="Name">As written, snake_case.</param>
/// <param name="Takes">What its value must be.</param>
/// <param name="Says">What it is for, in a few words. Shown in <c>docs/writing.md</c>.</param>
/// <param name="Required">Whether a page of this kind must have it.</param>
public sealed record Key(string Name, Takes Takes, string Says, bool Required = false);

/// <summary>What a key's value must be.</summary>
public enum Takes
{
    /// <summary>Words, not empty.</summary>
    Text,

    /// <summary>A list of words, or one.</summary>
    Texts,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A number of degrees.</summary>
    Degrees,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,

    /// <summary>A BCP 47 language tag.</summary>
    Language,

    /// <summary><c>2008</c>, <c>2008-01</c> or <c>2008-01-26</c>.</summary>
    Date,

    /// <summary>A film time, <c>41:20</c>.</summary>
    FilmTime,

    /// <summary>A slug.</summary>
    Slug,

    /// <summary>A list of slugs, or one.</summary>
    Slugs,

    /// <summary>A list of keys of sources, or one.</summary>
    Sources,

    /// <summary>A list of statistics or cells: <c>migrant-workers#2021-total</c>.</summary>
    Cells,

    /// <summary>A list of pages and questions: <c>sections/no-seats</c>, <c>questions/who-is-counted</c>.</summary>
    Assignables,

    /// <summary><c>series</c>, <c>breakdown</c> or <c>figures</c>.</summary>
    Shape,

    /// <summary>A verdict.</summary>
    Verdict,

    /// <summary>The review: keys of its own.</summary>
    Review,

    /// <summary>A list of ways to see the film: keys of their own.</summary>
    Watch,

    /// <summary>The value columns by name: keys of their own.</summary>
    Columns,

    /// <summary>A list of places where counting changed: keys of their own.</summary>
    Breaks,
}

/// <summary>Every key of every kind: what the reader accepts and what <c>docs/writing.md</c> lists.</summary>
public static class Keys
{
    /// <summary>What a page of every kind may have.</summary>
    public static IReadOnlyList<Key> Common { get; } =
    [
        new("themes", Takes.Slugs, "slugs of the themes the whole page belongs to"),
        new("sources", Takes.Sources, "keys of sources the page rests on"),
        new("aliases", Takes.Slugs, "slugs the page had before"),
        new("draft", Takes.Flag, "checked, but not published"),
        new("order", Takes.Whole, "its place among its kind, before the file name"),
        new("care", Takes.Text, "a content note for the whole page"),
    ];

    /// <summary>The keys inside <c>review</c>.</summary>
    public static IReadOnlyList<Key> Review { get; } =
    [
        new("title", Takes.Text, "the review's title", Required: true),
        new("authors", Takes.Texts, "who wrote it", Required: true),
        new("publisher", Takes.Text, "who published it"),
        new("source", Takes.Sources, "its key in sources.json"),
    ];

    /// <summary>The keys inside each item of <c>watch</c>.</summary>
    public static IReadOnlyList<Key> Watch { get; } =
    [
        new("where", Takes.Text, "a lawful way to see the film", Required: true),
        new("note", Takes.Text, "what to know about it"),
        new("url", Takes.Text, "its address"),
    ];

    /// <summary>The keys of each column inside <c>columns</c>.</summary>
    public static IReadOnlyList<Key> Column { get; } =
    [
        new("label", Takes.Text, "the column's name on screen", Required: true),
        new("counts", Takes.Slug, "who is counted, as a key: columns with the same one may share an axis", Required: true),
        new("definition", Takes.Text, "who is counted, in words", Required: true),
        new("unit", Takes.Text, "the column's unit, where it is not the file's"),
    ];

    /// <summary>The keys inside each item of <c>breaks</c>.</summary>
    public static IReadOnlyList<Key> Break { get; } =
    [
        new("at", Takes.Text, "the first period counted in the new way", Required: true),
        new("columns", Takes.Slugs, "the columns it concerns; all, if left out"),
        new("note", Takes.Text, "what changed", Required: true),
    ];

    private static readonly Key Title = new("title", Takes.Text, "the page's title", Required: true);
    private static readonly Key Original = new("original", Takes.Text, "the same in the film's language");
    private static readonly Key Romanization = new("romanization", Takes.Text, "the original in Latin letters");

    private static readonly Dictionary<PageKind, IReadOnlyList<Key>> Own = new()
    {
        [PageKind.Documentary] =
        [
            new("title", Takes.Text, "the film's title", Required: true),
            new("original", Takes.Text, "the title in the film's language"),
            new("language", Takes.Language, "the film's language, the default for every original", Required: true),
            new("written_in", Takes.Language, "the language of the study; `en` if left out"),
            Romanization,
            new("director", Takes.Text, "who directed the film", Required: true),
            new("year", Takes.Whole, "the year the film came out", Required: true),
            new("runtime", Takes.Text, "how long the film is"),
            new("review", Takes.Review, "the review the chapters follow"),
            new("watch", Takes.Watch, "lawful ways to see the film"),
            new("rights", Takes.Text, "whose the film and the review are", Required: true),
            new("licence", Takes.Text, "the licence of the study's own text and data"),
        ],
        [PageKind.Section] = [Title, new("summary", Takes.Text, "the chapter in a sentence", Required: true)],
        [PageKind.Theme] =
        [
            Title, Original, Romanization,
            new("question", Takes.Text, "what the theme asks", Required: true),
            new("summary", Takes.Text, "the theme in a sentence", Required: true),
            new("minutes", Takes.Whole, "how long the route takes"),
        ],
        [PageKind.Statistic] =
        [
            Title,
            new("shape", Takes.Shape, "`series`, `breakdown` or `figures`", Required: true),
            new("unit", Takes.Text, "the unit of its columns", Required: true),
            new("columns", Takes.Columns, "the value columns by name", Required: true),
            new("territory", Takes.Text, "where is counted", Required: true),
            new("producer", Takes.Text, "who counts", Required: true),
            new("date", Takes.Date, "the date all rows of a breakdown share"),
            new("breaks", Takes.Breaks, "where counting changed"),
            new("summary", Takes.Text, "the statistic in a sentence"),
        ],
        [PageKind.Term] =
        [
            Title, Original,
            new("variants", Takes.Texts, "other spellings of the original"),
            Romanization,
            new("language", Takes.Language, "the language of the original, where it is not the film's"),
            new("gloss", Takes.Text, "the meaning in a few words", Required: true),
        ],
        [PageKind.Person] =
        [
            new("name", Takes.Text, "the name, as the page's title", Required: true),
            Original, Romanization,
            new("role", Takes.Text, "who they are in the film", Required: true),
            new("generation", Takes.Text, "grandparents, parents, children"),
        ],
        [PageKind.Place] =
        [
            new("name", Takes.Text, "the name, as the page's title", Required: true),
            Original, Romanization,
            new("kind", Takes.Text, "city, station, district", Required: true),
            new("latitude", Takes.Degrees, "degrees north; only with the longitude"),
            new("longitude", Takes.Degrees, "degrees east; only with the latitude"),
        ],
        [PageKind.Event] =
        [
            new("date", Takes.Date, "`2008`, `2008-01` or `2008-01-26`", Required: true),
            Title,
            new("kind", Takes.Text, "what it has to do with: film, transport, family", Required: true),
        ],
        [PageKind.Scene] =
        [
            Title,
            new("when", Takes.Text, "where it comes in the film", Required: true),
            new("time", Takes.FilmTime, "film time, `41:20`"),
        ],
        [PageKind.Claim] =
        [
            new("claim", Takes.Text, "what is claimed, in your own words, as the page's title", Required: true),
            new("by", Takes.Text, "who claims it", Required: true),
            new("section", Takes.Slug, "the chapter it stands in", Required: true),
            new("verdict", Takes.Verdict, "what the evidence says", Required: true),
            new("statistics", Takes.Cells, "statistics or cells it is checked against"),
        ],
        [PageKind.Lesson] =
        [
            Title,
            new("for", Takes.Text, "whom it is for", Required: true),
            new("minutes", Takes.Whole, "how long it takes", Required: true),
            new("assign", Takes.Assignables, "pages and questions it assigns", Required: true),
        ],
    };

    /// <summary>The keys of a kind of page, its own first.</summary>
    public static IReadOnlyList<Key> Of(PageKind kind) => [.. Own[kind], .. Common];
}
