using Xunit;

namespace LastTrainHome.Tests.Pages;

public sealed class PagesTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task The_front_page_puts_the_first_three_themes_first()
    {
        var html = await site.ReadAsync("/");

        Assert.Contains("Salt Road", html);
    }
}
