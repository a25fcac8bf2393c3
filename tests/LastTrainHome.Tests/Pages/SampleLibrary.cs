using LastTrainHome.Editions;
using LastTrainHome.Library;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Tests.Pages;

/// <summary>A small library of an invented study, filled by hand: a film of saltworkers in Russian, with one of everything a page can show.</summary>
public sealed class SampleLibrary : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), $"library-{Guid.NewGuid():N}.db");

    public SampleLibrary(bool isEmpty = false) : this(isEmpty ? [] : Pages())
    {
    }

    public SampleLibrary(List<Page> pages)
    {
        for (var number = 0; number < pages.Count; number++)
            pages[number].Number = number + 1;
        foreach (var kind in pages.GroupBy(page => page.Kind))
            foreach (var (page, position) in kind.Select((page, position) => (page, position)))
                page.Position = position;
        LibraryFile.Write(path, pages);
    }

    public DbContextOptions<LibraryDb> Options =>
        new DbContextOptionsBuilder<LibraryDb>().UseSqlite($"Data Source={path};Pooling=False").UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).Options;

    public LibraryDb Open() => new(Options);

    public void Dispose() => File.Delete(path);

    private static List<Page> Pages() =>
    [
        new Documentary
        {
            Key = "documentary", Slug = "documentary", Title = "Salt Road", File = "documentary.md",
            Original = "Соляной путь", Language = "ru", WrittenIn = "en", Romanization = "Solyanoy put", Director = "Anna Verkhova", Year = 1998,
            Runtime = "71 minutes", ReviewTitle = "Walking on white", ReviewAuthors = ["I. Petrov"], ReviewPublisher = "Estuary", ReviewSourceKey = "sources/petrov-2001",
            Rights = "The film belongs to its makers.", Licence = "CC BY 4.0",
            Watch = [new() { Position = 0, Where = "Your library", Note = "Ask for the DVD." }, new() { Position = 1, Where = "The archive", Url = "https://archive.example/salt" }],
            Html = """<p><span id="s1">Begin with <a class="theme" href="/themes/salt">salt</a>.</span></p>""",
            Text = "Begin with salt.", Words = 3,
        },
        Theme("salt", "Salt", "Who owns what the sea leaves behind?", "соль", 20, "old-salt"),
        Theme("wages", "Wages", "What is a day worth?"),
        Theme("language", "Language", "Which words did they keep?"),
        Theme("weather", "Weather", "What can be forecast?"),
        new Section
        {
            Key = "sections/the-road", Slug = "the-road", Title = "The road", Summary = "Two villages and a causeway.", File = "sections/01-the-road.md", Words = 400,
            Html = """<p><span id="s1">The road is <a class="term" href="/terms/promysel"><ruby lang="ru">промысел<rt>promysel</rt></ruby></a>.</span></p>""", Text = "The road is промысел.",
            Links = [new() { FromKey = "sections/the-road", ToKey = "terms/promysel", Times = 1, Position = 0 }],
        },
        new Section
        {
            Key = "sections/the-pans", Slug = "the-pans", Title = "The pans & the sea", Summary = "How many worked there.", File = "sections/02-the-pans.md", Words = 900,
            Care = "An accident at work",
            Html = """
                <h2 id="who-worked">Who worked</h2>
                <p><span id="s1">There were <a class="number" href="/statistics/workers#1996-all">8.1 thousand</a> workers <span class="cite">(<a href="#source-petrov-2001">Petrov 2001</a>, p. 3)</span>.</span></p>
                <h2 id="who-left">Who left</h2>
                <p><span id="s2">Nobody <a class="claim" href="/claims/all-left">knows</a>.</span></p>
                <section class="question" id="q-who-is-counted" aria-labelledby="q-who-is-counted-prompt"><p class="label">Question</p><div class="prompt" id="q-who-is-counted-prompt"><p>Who is counted?</p></div><ol class="choices"><li>Everyone</li><li>Workers</li></ol><details class="answer"><summary>Check your answer</summary><ol><li class="wrong"><p class="verdict">Not this one</p>Everyone</li><li class="right"><p class="verdict">Right</p>Workers</li></ol></details></section>
                """,
            Text = "Who worked\nThere were 8.1 thousand workers.\nWho left\nNobody knows.", SentenceStarts = [11, 53],
            Headings =
            [
                new() { PageKey = "sections/the-pans", Id = "who-worked", Level = 2, Title = "Who worked", Position = 0 },
                new() { PageKey = "sections/the-pans", Id = "who-left", Level = 2, Title = "Who left", Position = 1 },
            ],
            Passages =
            [
                Passage("salt", "sections/the-pans", "", "How many worked there.", 0),
                Passage("salt", "sections/the-pans", "who-worked", "There were 8.1 thousand workers.", 1),
                Passage("wages", "sections/the-pans", "who-left", "Nobody knows.", 2),
            ],
            Citations = [new() { PageKey = "sections/the-pans", SourceKey = "sources/petrov-2001", Locator = "p. 3", Position = 0 }],
            Numbers =
            [
                new() { PageKey = "sections/the-pans", Position = 0, StatisticKey = "statistics/workers", Row = "1996", Column = "all", Words = "8.1 thousand", Sentence = 1, Themes = ["salt"] },
            ],
            Questions =
            [
                new()
                {
                    Id = "who-is-counted", PageKey = "sections/the-pans", Position = 0, PromptHtml = "<p>Who is counted?</p>", PromptText = "Who is counted?",
                    Form = QuestionForm.ChooseOne, Themes = ["salt"],
                },
            ],
        },
        new Section
        {
            Key = "sections/the-end", Slug = "the-end", Title = "The end", File = "sections/03-the-end.md", Words = 100,
            Html = """<p><span id="s1">The sea came back.</span></p>""", Text = "The sea came back.",
        },
        Workers(),
        new Statistic
        {
            Key = "statistics/harvest-hands", Slug = "harvest-hands", Title = "Harvest hands", File = "statistics/harvest-hands.md", Shape = StatisticShape.Series,
            Unit = "thousand people", Territory = "the estuary", Producer = "Estuary Board", Summary = "Workers again, from the board's own books.",
            Series = [Column("harvest-hands", "hands", 0, "Hands", "saltworkers", "Workers in the salt harvest")],
            Observations = [Cell("harvest-hands", "1996", "hands", 0, "8.4"), Cell("harvest-hands", "1997", "hands", 1, "8.0")],
        },
        new Statistic
        {
            Key = "statistics/ages", Slug = "ages", Title = "Ages in the pans", File = "statistics/ages.md", Shape = StatisticShape.Breakdown,
            Unit = "percent", Territory = "the estuary", Producer = "Salt Office", Date = "1997",
            Series = [Column("ages", "share", 0, "Share", "saltworkers", "Share of all saltworkers", "percent")],
            Observations =
            [
                Cell("ages", "to-30", "share", 0, "41.5", unit: "percent", label: "Up to 30"),
                Cell("ages", "over-30", "share", 1, "58.5", ObservationStatus.Calculated, "percent", "Over 30", "100 - 41.5"),
            ],
            Passages = [Passage("wages", "statistics/ages", "", "Ages in the pans", 0)],
        },
        new Statistic
        {
            Key = "statistics/the-storm", Slug = "the-storm", Title = "The storm", File = "statistics/the-storm.md", Shape = StatisticShape.Figures,
            Unit = "people", Territory = "the estuary", Producer = "Newspapers",
            Series = [Column("the-storm", "value", 0, "Figure", "storm", "People", "people")],
            Observations =
            [
                new()
                {
                    StatisticKey = "statistics/the-storm", Row = "stranded", Column = "value", Position = 0, Value = 12500, Written = "12500", Status = ObservationStatus.Quoted,
                    Label = "Stranded on the causeway", Date = "1997-11-02", Unit = "people", Definition = "People who could not cross", Note = "the paper says nearly", SourceKeys = ["sources/petrov-2001"],
                },
            ],
            Passages = [Passage("weather", "statistics/the-storm", "", "The storm", 0)],
        },
        new Term
        {
            Key = "terms/promysel", Slug = "promysel", Title = "promysel", File = "terms/promysel.md", Original = "промысел", Variants = ["промыслъ"], Romanization = "promysel",
            Language = "ru", Gloss = "a trade one lives from", Html = """<p><span id="s1">A trade.</span></p>""", Text = "A trade.",
            Passages = [Passage("salt", "terms/promysel", "", "A trade.", 0)],
            Citations = [new() { PageKey = "terms/promysel", SourceKey = "sources/petrov-2001", Position = 0 }],
        },
        new Term { Key = "terms/causeway", Slug = "causeway", Title = "causeway", File = "terms/causeway.md", Language = "ru", Gloss = "a road over water", Html = "<p>No original.</p>" },
        new Scene
        {
            Key = "scenes/first-light", Slug = "first-light", Title = "First light", File = "scenes/01-first-light.md", When = "opening", Time = "2:10", Html = "<p>Fog.</p>",
            Passages = [Passage("salt", "scenes/first-light", "", "Fog.", 0)],
        },
        new Scene { Key = "scenes/the-crossing", Slug = "the-crossing", Title = "The crossing", File = "scenes/02-the-crossing.md", When = "second autumn", Html = "<p>Wind.</p>" },
        new Claim
        {
            Key = "claims/all-left", Slug = "all-left", Title = "By 1996 all eight thousand had left.", File = "claims/all-left.md", By = "Petrov", SectionKey = "sections/the-pans",
            Verdict = Verdict.MixesDefinitions, Html = "<p>Two counts.</p>",
            Statistics =
            [
                new() { ClaimKey = "claims/all-left", Position = 0, StatisticKey = "statistics/workers", Fragment = "1996-all" },
                new() { ClaimKey = "claims/all-left", Position = 1, StatisticKey = "statistics/ages" },
            ],
            Passages = [Passage("salt", "claims/all-left", "", "Two counts.", 0)],
        },
        new Event
        {
            Key = "events/the-flood", Slug = "the-flood", Title = "The flood", File = "events/the-flood.md", Date = "1997-11-02", Sort = "weather", Html = """<p><span id="the-flood-s1">Water.</span></p>""",
            Passages = [Passage("salt", "events/the-flood", "", "Water.", 0)],
            Aliases = [new() { Kind = PageKind.Event, Slug = "the-storm-surge", PageKey = "events/the-flood" }],
        },
        new Event { Key = "events/the-premiere", Slug = "the-premiere", Title = "The premiere", File = "events/the-premiere.md", Date = "1998-03", Sort = "film", Html = """<p><span id="the-premiere-s1">Applause.</span></p>""" },
        new Person
        {
            Key = "people/vera", Slug = "vera", Title = "Vera", File = "people/vera.md", Original = "Вера", Romanization = "Vera", Role = "Walks the causeway", Generation = "daughters",
            Html = "<p>She walks.</p>",
        },
        new Place { Key = "places/ust", Slug = "ust", Title = "Ust", File = "places/ust.md", Original = "Усть", Sort = "village", Latitude = 64.5, Longitude = -40.25, Html = "<p>A village.</p>" },
        new Lesson
        {
            Key = "lessons/one-hour", Slug = "one-hour", Title = "One hour of salt", File = "lessons/one-hour.md", For = "a class of sixteen-year-olds", Minutes = 50,
            Assigns = ["sections/the-pans", "questions/who-is-counted"], Html = "<p>Read, then ask.</p>",
        },
        new Source
        {
            Key = "sources/petrov-2001", Slug = "petrov-2001", Title = "Walking on white", File = "sources.json", Short = "Petrov 2001",
            Csl = """{"id":"petrov-2001","type":"article-journal","title":"Walking on white","author":[{"family":"Petrov","given":"Ilya"}],"issued":{"date-parts":[[2001]]}}""",
            ReferenceHtml = """Petrov, Ilya. 2001. “Walking on white.” <i>Estuary</i>.""",
        },
    ];

    // Two counts of unlike people, a gap, a change of counting and a forecast.
    private static Statistic Workers() => new()
    {
        Key = "statistics/workers",
        Slug = "workers",
        Title = "Saltworkers",
        File = "statistics/workers.md",
        Shape = StatisticShape.Series,
        Unit = "thousand people",
        Territory = "the estuary",
        Producer = "Salt Office",
        Summary = "Who worked in the pans.",
        Html = """<p>A method. Those away from home became <a class="number change" href="/statistics/workers#1990..1995-away">75 %</a> more.</p>""",
        Numbers = [new() { PageKey = "statistics/workers", Position = 0, StatisticKey = "statistics/workers", FromRow = "1990", Row = "1995", Column = "away", Words = "75 %", Sentence = 2 }],
        Series =
        [
            Column("workers", "all", 0, "All saltworkers", "saltworkers", "Workers in the salt harvest, in any month"),
            Column("workers", "away", 1, "Away from home", "salt-migrants", "Saltworkers whose home is not on the estuary"),
        ],
        Breaks = [new() { StatisticKey = "statistics/workers", Position = 0, At = "1996", Columns = ["all"], Note = "Summer helpers are counted from now on." }],
        Observations =
        [
            Cell("workers", "1990", "all", 0, "6.5"), Cell("workers", "1990", "away", 0, "1.20"),
            Cell("workers", "1991", "all", 1, "6.7"), Cell("workers", "1991", "away", 1, ""),
            Cell("workers", "1995", "all", 2, "7.0"), Cell("workers", "1995", "away", 2, "2.10"),
            Cell("workers", "1996", "all", 3, "8.1"), Cell("workers", "1996", "away", 3, "2.4", ObservationStatus.Preliminary),
            Cell("workers", "1998", "all", 4, "9.0", ObservationStatus.Forecast, note: "expected, \"if the sea allows\""), Cell("workers", "1998", "away", 4, ""),
        ],
        Passages = [Passage("salt", "statistics/workers", "", "Who worked in the pans.", 0)],
        Aliases = [new() { Kind = PageKind.Statistic, Slug = "hands", PageKey = "statistics/workers" }],
    };

    private static Theme Theme(string slug, string title, string question, string? original = null, int? minutes = null, string? alias = null) => new()
    {
        Key = $"themes/{slug}",
        Slug = slug,
        Title = title,
        Question = question,
        Original = original,
        Minutes = minutes,
        Summary = $"On {slug}.",
        File = $"themes/{slug}.md",
        Html = $"<p><span id=\"s1\">On {slug}.</span></p>",
        Text = $"On {slug}.",
        Words = 500,
        Aliases = alias is null ? [] : [new() { Kind = PageKind.Theme, Slug = alias, PageKey = $"themes/{slug}" }],
    };

    private static Passage Passage(string theme, string page, string heading, string excerpt, int position) =>
        new() { ThemeKey = $"themes/{theme}", PageKey = page, HeadingId = heading, Excerpt = excerpt, Position = position };

    private static Series Column(string statistic, string name, int position, string label, string counts, string definition, string unit = "thousand people") =>
        new() { StatisticKey = $"statistics/{statistic}", Name = name, Position = position, Label = label, Counts = counts, Definition = definition, Unit = unit };

    private static Observation Cell(
        string statistic, string row, string column, int position, string written, ObservationStatus status = ObservationStatus.Final,
        string unit = "thousand people", string? label = null, string? note = null) => new()
        {
            StatisticKey = $"statistics/{statistic}",
            Row = row,
            Column = column,
            Position = position,
            Written = written,
            Value = written.Length == 0 ? null : double.Parse(written, System.Globalization.CultureInfo.InvariantCulture),
            Status = status,
            Unit = unit,
            Label = label,
            Note = note,
            SourceKeys = written.Length == 0 ? [] : ["sources/petrov-2001"],
        };
}
