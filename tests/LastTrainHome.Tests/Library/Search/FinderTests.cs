using System.Text.Json;
using LastTrainHome.Editions;
using LastTrainHome.Library;
using LastTrainHome.Library.Search;
using Xunit;

namespace LastTrainHome.Tests.Library.Search;

public sealed class FinderTests(FinderTests.Words words) : IClassFixture<FinderTests.Words>
{
    [Theory]
    [InlineData("户口")]
    [InlineData("戶口")]
    [InlineData("户")]
    [InlineData("hukou")]
    [InlineData("hùkǒu")]
    [InlineData("HÙKǑU")]
    [InlineData("hu kou")]
    [InlineData("household registration")]
    public async Task A_word_is_found_first_by_every_name_it_has(string query) =>
        Assert.Equal("/terms/hukou", (await words.FindAsync(query)).Hits[0].Address);

    [Theory]
    [InlineData("liúshǒu értóng")]
    [InlineData("liushouertong")]
    [InlineData("liu shou er tong")]
    [InlineData("留守儿童")]
    public async Task A_romanization_is_found_with_and_without_spaces_and_tones(string query) =>
        Assert.Equal("/terms/liushou-ertong", (await words.FindAsync(query)).Hits[0].Address);

    [Fact]
    public async Task English_words_are_found_by_their_stem() =>
        Assert.Contains((await words.FindAsync("running trains")).Hits, hit => hit.Address == "/sections/the-train");

    [Fact]
    public async Task The_words_are_marked_where_they_stand()
    {
        var snippet = (await words.FindAsync("platform")).Hits[0].Snippet;

        Assert.Equal("platforms", Assert.Single(snippet, piece => piece.IsMatch).Text);
        Assert.Contains("crowd on the platforms", string.Concat(snippet.Select(piece => piece.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_phrase_in_quotes_is_found_only_as_it_stands()
    {
        Assert.Single((await words.FindAsync("\"crowd on the platforms\"")).Hits);
        Assert.Empty((await words.FindAsync("\"platforms on the crowd\"")).Hits);
    }

    [Fact]
    public async Task Where_no_page_has_all_the_words_those_with_some_are_found_and_it_is_said()
    {
        var found = await words.FindAsync("platforms zebra");

        Assert.False(found.HasAll);
        Assert.NotEmpty(found.Hits);
    }

    [Fact]
    public async Task A_kind_narrows_the_hits_but_not_the_counts()
    {
        var found = await words.FindAsync("hukou", PageKind.Section);

        Assert.All(found.Hits, hit => Assert.Equal(PageKind.Section, hit.Kind));
        Assert.True(found.Kinds[PageKind.Term] > 0);
    }

    [Fact]
    public async Task Every_page_with_a_run_of_one_to_four_characters_is_found()
    {
        foreach (var query in words.Runs)
        {
            var truth = words.Pages.Where(page => page.Text.Contains(query, StringComparison.Ordinal)).Select(page => page.Address).Order(StringComparer.Ordinal);

            Assert.Equal(truth, (await words.FindAsync(query, PageKind.Scene)).Hits.Select(hit => hit.Address).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task Nothing_a_reader_types_breaks_the_query()
    {
        var naughty = JsonSerializer.Deserialize<string[]>(File.ReadAllText(Repository.Path("tests", "LastTrainHome.Tests", "Fixtures", "badinput", "blns.json")))!;
        foreach (var text in naughty.Concat(["\"; DROP TABLE Pages", "AND OR NOT (", "*", "", "title:", "NEAR(a b)", "^a", "\0", "\ud800", "\"", "户\ud83d"]))
            await words.FindAsync(text);
    }

    /// <summary>A library with two words, two chapters and many scenes of random characters.</summary>
    public sealed class Words : IDisposable
    {
        private readonly string folder = Directory.CreateTempSubdirectory("search-").FullName;
        private readonly OpenLibrary library;

        public Words()
        {
            var random = new Random(7);
            string Run(int length) => string.Concat(Enumerable.Range(0, length).Select(_ => "户口制度春运过年农民工人回家车站"[random.Next(15)]));
            Pages = [.. Enumerable.Range(0, 120).Select(at => new Scene
            {
                Key = $"scenes/scene-{at}", Slug = $"scene-{at}", Title = $"Scene {at}", File = "x", When = "now",
                Text = $"One {Run(random.Next(1, 9))}, two {Run(random.Next(1, 9))} three.",
            })];
            Runs = [.. Enumerable.Range(0, 60).Select(at => Run((at % 4) + 1)).Distinct()];
            Page[] named =
            [
                new Documentary { Key = "documentary", Slug = "documentary", Title = "A film", File = "x", Language = "zh-Hans", WrittenIn = "en", Director = "x", Year = 2009, Rights = "x" },
                new Term { Key = "terms/hukou", Slug = "hukou", Title = "hukou", File = "x", Original = "户口", Variants = ["戶口"], Romanization = "hùkǒu", Language = "zh-Hans", Gloss = "household registration", Text = "A register of people by place." },
                new Term { Key = "terms/liushou-ertong", Slug = "liushou-ertong", Title = "liushou ertong", File = "x", Original = "留守儿童", Romanization = "liúshǒu értóng", Language = "zh-Hans", Gloss = "left-behind children", Text = "Children who stay." },
                new Section { Key = "sections/the-train", Slug = "the-train", Title = "The train", File = "x", Text = "A train runs late. The crowd on the platforms waits." },
                new Section { Key = "sections/register", Slug = "register", Title = "A register", File = "x", Text = "The hukou of a child is its mother's." },
            ];
            foreach (var (page, place) in named.Concat(Pages).Select((page, place) => (page, place)))
                page.Number = place + 1;
            LibraryFile.Write(Path.Combine(folder, "library.db"), [.. named, .. Pages]);
            library = new("words", Path.Combine(folder, "library.db"));
        }

        public IReadOnlyList<Page> Pages { get; }

        public IReadOnlyList<string> Runs { get; }

        public async Task<Found> FindAsync(string query, PageKind? kind = null)
        {
            using var db = library.Open();
            return await Finder.FindAsync(db, query, kind, 500, TestContext.Current.CancellationToken);
        }

        public void Dispose()
        {
            library.Release();
            Directory.Delete(folder, recursive: true);
        }
    }
}
