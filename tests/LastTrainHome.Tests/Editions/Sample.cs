using LastTrainHome.Library;

namespace LastTrainHome.Tests.Editions;

/// <summary>A few pages made by hand that use every table of the library.</summary>
internal static class Sample
{
    public static IReadOnlyList<Page> Pages => Make();

    public static IReadOnlyList<Page> Make(string words = "Nobody sat.") =>
    [
        new Documentary
        {
            Key = "documentary", Slug = "documentary", Title = "A film", File = "documentary.md", Number = 1, Language = "zh-Hans", WrittenIn = "en",
            Director = "Somebody", Year = 2009, Rights = "all", ReviewAuthors = ["A", "B"],
            Watch = [new() { Position = 0, Where = "elsewhere", Note = "with a \"quote\"" }],
        },
        new Theme { Key = "themes/hukou", Slug = "hukou", Title = "Hukou", File = "themes/01-hukou.md", Number = 2, Question = "Who may live here?", Minutes = 20 },
        new Section
        {
            Key = "sections/one", Slug = "one", Title = "One", File = "sections/01-one.md", Number = 3, Text = words, Html = $"<p>{words}</p>", SentenceStarts = [0, 12],
            Headings = [new() { PageKey = "sections/one", Id = "seats", Level = 2, Title = "Seats", Position = 0 }],
            Passages = [new() { PageKey = "sections/one", ThemeKey = "themes/hukou", HeadingId = "", Excerpt = words, Position = 0 }],
            Links = [new() { FromKey = "sections/one", ToKey = "terms/hukou", Times = 2, Position = 0 }],
            Citations = [new() { PageKey = "sections/one", SourceKey = "sources/survey-2021", Locator = "p. 3", Position = 0 }],
            Aliases = [new() { Kind = PageKind.Section, Slug = "first", PageKey = "sections/one" }],
            Numbers =
            [
                new() { PageKey = "sections/one", Position = 0, StatisticKey = "statistics/workers", Row = "2021", Column = "total", Words = "172", Sentence = 1, Themes = ["hukou"] },
            ],
            Questions =
            [
                new()
                {
                    Id = "who", PageKey = "sections/one", Position = 0, PromptHtml = "<p>Who?</p>", PromptText = "Who?", Form = QuestionForm.ChooseOne, Themes = ["hukou"],
                    Choices =
                    [
                        new() { QuestionId = "who", Position = 0, Html = "A", Text = "A", IsRight = false, FeedbackHtml = "No." },
                        new() { QuestionId = "who", Position = 1, Html = "B", Text = "B", IsRight = true },
                    ],
                },
            ],
        },
        new Section { Key = "sections/two", Slug = "two", Title = "Two", File = "sections/02-two.md", Number = 4, Position = 1, Text = "They wait.", Html = "<p>They wait.</p>" },
        new Statistic
        {
            Key = "statistics/workers", Slug = "workers", Title = "Workers", File = "statistics/workers.md", Number = 5, Shape = StatisticShape.Series,
            Unit = "million people", Territory = "the country", Producer = "the bureau",
            Series = [new() { StatisticKey = "statistics/workers", Name = "total", Position = 0, Label = "All", Counts = "all", Definition = "everybody", Unit = "million people" }],
            Breaks = [new() { StatisticKey = "statistics/workers", Position = 0, At = "2009", Columns = ["total"], Note = "new survey" }],
            Observations =
            [
                new() { StatisticKey = "statistics/workers", Row = "2021", Column = "total", Position = 0, Value = 171.72, Written = "171.72", Status = ObservationStatus.Final, Unit = "million people", SourceKeys = ["sources/survey-2021"] },
                new() { StatisticKey = "statistics/workers", Row = "2022", Column = "total", Position = 1, Written = "", Status = ObservationStatus.Forecast, Unit = "million people" },
            ],
        },
        new Term { Key = "terms/hukou", Slug = "hukou", Title = "hukou", File = "terms/hukou.md", Number = 6, Original = "户口", Variants = ["戶口"], Romanization = "hùkǒu", Language = "zh-Hans", Gloss = "registration" },
        new Scene { Key = "scenes/crowd", Slug = "crowd", Title = "The crowd", File = "scenes/01-crowd.md", Number = 7, When = "opening", Care = "crowds" },
        new Claim
        {
            Key = "claims/many", Slug = "many", Title = "Many travel", File = "claims/many.md", Number = 8, By = "the essay", SectionKey = "sections/one", Verdict = Verdict.NeedsContext,
            Statistics = [new() { ClaimKey = "claims/many", Position = 0, StatisticKey = "statistics/workers", Fragment = "2021-total" }],
        },
        new Event { Key = "events/storm", Slug = "storm", Title = "The storm", File = "events/storm.md", Number = 9, Date = "2008-01", Sort = "transport" },
        new Person { Key = "people/qin", Slug = "qin", Title = "Qin", File = "people/qin.md", Number = 10, Role = "daughter" },
        new Place { Key = "places/station", Slug = "station", Title = "The station", File = "places/station.md", Number = 11, Sort = "station", Latitude = 23.149, Longitude = 113.257 },
        new Lesson { Key = "lessons/first", Slug = "first", Title = "First", File = "lessons/first.md", Number = 12, For = "16", Minutes = 50, Assigns = ["sections/one", "questions/who"] },
        new Source { Key = "sources/survey-2021", Slug = "survey-2021", Title = "Survey", File = "sources.json", Number = 13, Csl = "{}", Short = "Bureau 2021", ReferenceHtml = "Bureau (2021)" },
    ];
}
