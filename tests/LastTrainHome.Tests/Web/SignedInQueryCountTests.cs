using LastTrainHome.Tests.Pages.Account;
using LastTrainHome.Tests.Pages.Teach;
using Xunit;

namespace LastTrainHome.Tests.Web;

/// <summary>How many questions a page asks the study store, its session included, and that an index answers each.</summary>
public sealed class SignedInQueryCountTests(SignedInQueryCountTests.BusySite busy) : IClassFixture<SignedInQueryCountTests.BusySite>
{
    // Who reads, the page, and how many questions it asks; "scans" where a table of few rows is read whole.
    private const string Table = """
        student /                                              1
        student /sections/the-landing                          1
        student /sections/who-crosses                          1
        student /sections/the-landing?assignment={assignment}  3
        student /sections/who-crosses?assignment={assignment}  3
        student /themes/crossing                               1
        student /themes/crossing?assignment={assignment}       3
        student /statistics/ice                                1
        student /terms/parom                                   1
        student /scenes/fog                                    1
        student /claims/nobody-leaves                          1
        student /people/nina-petrovna                          1
        student /places/kizhva                                 1
        student /lessons/counting-a-crossing                   1
        student /timeline                                      1
        student /search?q=ice                                  1
        student /study                                         3
        student /study/assignments/{assignment}                3
        student /study/assignments/{assignment}/questions/show-or-tell 3
        student /study/answers/{answer}                        3
        student /account                                       3
        student /account/delete                                2 scans
        student /card                                          2
        student /join/waiting                                  2
        student /join/name                                     2
        teacher /sections/the-landing                          1
        teacher /statistics/ice                                1
        teacher /lessons/counting-a-crossing                   1
        teacher /teach                                         2
        teacher /teach/classes/{class}                         3
        teacher /teach/classes/{class}/students                2
        teacher /teach/classes/{class}/cards                   2
        teacher /teach/classes/{class}/students/merge?gone=1   2
        teacher /teach/assign?page=/sections/the-landing       2
        teacher /teach/assignments/{assignment}                3
        teacher /teach/assignments/{assignment}/edit           2
        teacher /teach/assignments/{assignment}/students/1     3
        teacher /teach/assignments/{assignment}/questions/show-or-tell 3
        teacher /account                                       2
        editor  /sections/the-landing                          2
        editor  /desk/reports                                  3 scans
        owner   /staff                                         3 scans
        """;

    public static TheoryData<string, string, int, bool> Pages =>
        [.. Table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(row => (row[0], row[1], int.Parse(row[2]), row.Length > 3))];

    [Theory, MemberData(nameof(Pages))]
    public async Task A_page_asks_the_study_store_no_more_than_this(string who, string page, int most, bool scans)
    {
        var visitor = busy.Visitors[who];
        await visitor.GetAsync(busy.Fill(page)); // what is asked once in the life of a process
        busy.Queries.Clear();

        using var answer = await visitor.GetAsync(busy.Fill(page));

        Assert.True((int)answer.StatusCode < 400, $"{answer.StatusCode}");
        Assert.Equal((page, most), (page, busy.Queries.Count));
        if (!scans)
            Assert.Equal("", string.Join('\n', busy.Queries.Scans()));
    }

    /// <summary>A site with a class at work.</summary>
    public sealed class BusySite : IAsyncLifetime
    {
        private School school = null!;
        private int answer;

        public StudySite Site { get; } = new();

        /// <summary>What is asked of the store.</summary>
        internal StoreQueries Queries { get; private set; } = null!;
        public Dictionary<string, Visitor> Visitors { get; } = [];

        public string Fill(string page) => page
            .Replace("{assignment}", $"{school.Assignment}", StringComparison.Ordinal)
            .Replace("{class}", $"{school.Class}", StringComparison.Ordinal)
            .Replace("{answer}", $"{answer}", StringComparison.Ordinal);

        public async ValueTask InitializeAsync()
        {
            Queries = new(Site.StoreFile); // before the first question: EF Core looks for listeners only now and then
            await Site.InitializeAsync();
            school = await School.OpenAsync(Site);
            answer = await school.AnswerAsync(school.First, School.Open, "Darkness.");
            await school.ReadPageAsync(school.First);
            Visitors["student"] = await Site.VisitorAsync(school.First);
            Visitors["teacher"] = school.Teacher;
            Visitors["editor"] = await Site.VisitorAsync((await Site.StaffAsync("who edits", edits: true)).Id);
            Visitors["owner"] = await Site.VisitorAsync((await Site.StaffAsync("who administers", owns: true)).Id);
        }

        public async ValueTask DisposeAsync()
        {
            Queries.Dispose();
            await Site.DisposeAsync();
        }
    }
}
