using LastTrainHome.UseCases.Teaching;
using Xunit;

namespace LastTrainHome.Tests.Pages;

public sealed class ReadersMarkdownTests
{
    [Theory]
    [InlineData("*so* **very**", "<p><em>so</em> <strong>very</strong></p>\n")]
    [InlineData("<img src=x onerror=y>", "<p>&lt;img src=x onerror=y&gt;</p>\n")]
    [InlineData("<script>\nx\n</script>", "<p>&lt;script&gt;\nx\n&lt;/script&gt;</p>\n")]
    [InlineData("[a](/sections/x)", "<p><a href=\"/sections/x\">a</a></p>\n")]
    [InlineData("[a](https://example.org)", "<p><a href=\"https://example.org\" rel=\"external nofollow\">a</a></p>\n")]
    [InlineData("[a](mailto:x@example.org)", "<p><a href=\"mailto:x@example.org\" rel=\"external nofollow\">a</a></p>\n")]
    [InlineData("[*a*](javascript:alert(1))", "<p><em>a</em></p>\n")]
    [InlineData("[a](JaVaScRiPt:x)", "<p>a</p>\n")]
    [InlineData("[a](data:text/html,x)", "<p>a</p>\n")]
    [InlineData("[a](//example.org)", "<p>a</p>\n")]
    [InlineData("[a](/\\example.org)", "<p>a</p>\n")]
    [InlineData("[a](relative)", "<p>a</p>\n")]
    [InlineData("<javascript:alert(1)>", "<p>javascript:alert(1)</p>\n")]
    [InlineData("![a picture](https://example.org/a.png)", "<p><a href=\"https://example.org/a.png\" rel=\"external nofollow\">a picture</a></p>\n")]
    [InlineData("# Head", "<h4>Head</h4>\n")]
    [InlineData("[a][b]\n\n[b]: javascript:x", "<p>a</p>\n")]
    public void Markdown_that_people_type_becomes_safe_HTML(string typed, string html) => Assert.Equal(html, UserMarkdown.Render(typed));
}
