using LastTrainHome.Library;
using LastTrainHome.Pages;
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
        Assert.Null(Of(new()).Report("themes/01-salt.md"));
        Assert.Equal("https://git.example/edit/themes/01-salt%20sea.md", Of(new() { EditUrl = "https://git.example/edit/{path}" }).Report("themes/01-salt sea.md"));
    }

    [Theory]
    [InlineData(PageKind.Section, "/sections/one#q-why")]
    [InlineData(PageKind.Event, "/timeline#q-why")]
    [InlineData(PageKind.Documentary, "/#q-why")]
    public void A_question_is_found_on_its_page(PageKind kind, string address) => Assert.Equal(address, Addresses.OfQuestion(kind, "one", "why"));

    private static Addresses Of(SiteOptions site)
    {
        var context = new DefaultHttpContext();
        context.Request.Scheme = "http";
        context.Request.Host = new HostString("localhost", 5000);
        return new(Options.Create(site), new HttpContextAccessor { HttpContext = context });
    }
}
