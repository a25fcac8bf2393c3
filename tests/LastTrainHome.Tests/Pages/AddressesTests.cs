using LastTrainHome.Library;
using LastTrainHome.Web;
using LastTrainHome.Web.Routing;
using Microsoft.Extensions.Options;
using Xunit;

namespace LastTrainHome.Tests.Pages;

public sealed class AddressesTests
{
    [Theory]
    [InlineData("https://study.example", "https://study.example/themes/salt")]
    [InlineData("https://study.example/", "https://study.example/themes/salt")]
    [InlineData(null, "http://localhost:5000/themes/salt")]
    public void A_whole_address_is_the_public_one_where_it_is_known(string? publicUrl, string whole) =>
        Assert.Equal(whole, Of(new() { PublicUrl = publicUrl }).Whole("/themes/salt"));

    [Fact]
    public void A_mistake_is_reported_where_the_file_lies()
    {
        Assert.Equal("https://git.example/edit/themes/01-salt%20sea.md", Of(new() { EditUrl = "https://git.example/edit/{path}" }).Report("themes/01-salt sea.md", "/themes/salt"));
    }

    [Fact]
    public void Where_no_file_can_be_edited_the_editors_are_told_of_the_page()
    {
        Assert.Equal("/report?page=%2Fthemes%2Fsalt", Of(new()).Report("themes/01-salt.md", "/themes/salt"));
        Assert.Equal("/report?page=%2Ftimeline", Of(new() { EditUrl = "https://git.example/edit/{path}" }).Report(null, "/timeline"));
    }

    [Theory]
    [InlineData("/", "/")]
    [InlineData("/themes/salt?a=b#c", "/themes/salt?a=b#c")]
    [InlineData(" http://localhost:5000/themes/salt", "/themes/salt")]
    [InlineData("HTTP://LOCALHOST:5000/themes/salt", "/themes/salt")]
    [InlineData("http://localhost:5000", null)]
    [InlineData("http://localhost:50001/themes/salt", null)]
    [InlineData("http://localhost:5000//evil.example", null)]
    [InlineData("https://evil.example/", null)]
    [InlineData("//evil.example", null)]
    [InlineData("/\\evil.example", null)]
    [InlineData("themes/salt", null)]
    [InlineData("/\n/evil.example", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_path_is_taken_from_an_address_of_this_site_alone(string? named, string? path) => Assert.Equal(path, Of(new()).PathOf(named));

    [Theory]
    [InlineData(PageKind.Section, "/sections/one#q-why")]
    [InlineData(PageKind.Event, "/timeline#q-why")]
    [InlineData(PageKind.Documentary, "/#q-why")]
    public void A_question_is_found_on_its_page(PageKind kind, string address) => Assert.Equal(address, Addresses.OfQuestion(kind, "one", "why"));

    [Theory]
    [InlineData(null, true)]
    [InlineData("", true)]
    [InlineData("editors@study.example", true)]
    [InlineData("https://study.example/write-to-us", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("the editors", false)]
    [InlineData("/write", false)]
    public void Readers_write_to_an_e_mail_address_or_a_page_on_the_web(string? to, bool can)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Site:ReportTo", to)]).Build()).AddWeb().BuildServiceProvider();

        var wrong = Record.Exception(() => services.GetRequiredService<IStartupValidator>().Validate());
        Assert.Equal(can, wrong is null);
        Assert.True(can || wrong!.Message.StartsWith("Site:ReportTo is neither", StringComparison.Ordinal));
    }

    private static Addresses Of(SiteOptions site)
    {
        var context = new DefaultHttpContext();
        context.Request.Scheme = "http";
        context.Request.Host = new HostString("localhost", 5000);
        return new(Options.Create(site), new HttpContextAccessor { HttpContext = context });
    }
}
