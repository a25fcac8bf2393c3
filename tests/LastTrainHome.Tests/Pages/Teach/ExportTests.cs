using System.Text.Json;
using LastTrainHome.Tests.Pages.Account;
using LastTrainHome.UseCases.Teaching;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LastTrainHome.Tests.Pages.Teach;

public sealed class ExportTests(StudySite site) : IClassFixture<StudySite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_table_opens_in_a_spreadsheet_and_calculates_nothing()
    {
        var school = await School.OpenAsync(site);
        await site.Store.WriteAsync(async db => (await db.Students.SingleAsync(one => one.AccountId == school.First)).Rename("=Heron"), Cancel);
        var answer = await school.AnswerAsync(school.First, School.Open, "=HYPERLINK(\"x\")\nand more", late: true);
        await site.Store.WriteAsync(async db => (await db.Answers.Include(one => one.Comments).SingleAsync(one => one.Id == answer)).Comments
            .Add(new() { TeacherId = school.TeacherId, Text = "@you: why?", Html = "", At = site.Now }), Cancel);
        await school.AnswerAsync(school.Second, School.Choice, "", [0, 2]);
        await school.ReadPageAsync(school.Second);

        using var sent = await school.Teacher.GetAsync($"/teach/assignments/{school.Assignment}/export.csv");
        var bytes = await sent.Content.ReadAsByteArrayAsync(Cancel);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var csv = System.Text.Encoding.UTF8.GetString(bytes[3..]);

        Assert.StartsWith("number,pseudonym,item,state,handed in,late,tries,text,choices,comment\r\n", csv, StringComparison.Ordinal);
        Assert.Contains("1,'=Heron,show-or-tell,late,2026-11-02T10:00:00+01:00,late,1,\"'=HYPERLINK(\"\"x\"\")\nand more\",,'@you: why?\r\n", csv, StringComparison.Ordinal);
        Assert.Contains("2,Magpie,why-fewer-passengers,done,2026-11-02T10:00:00+01:00,,1,,\"A longer winter; A shop on the island\",\r\n", csv, StringComparison.Ordinal);
        Assert.Contains("2,Magpie,sections/the-landing,done,2026-11-02T10:00:00+01:00,,,,,\r\n", csv, StringComparison.Ordinal);
        Assert.Contains("2,Magpie,show-or-tell,not yet,,,,,,\r\n", csv, StringComparison.Ordinal);
        Assert.Equal($"assignment-{school.Assignment}.csv", sent.Content.Headers.ContentDisposition?.FileName);
        Assert.True(sent.Headers.CacheControl?.NoStore);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+31", "'+31")]
    [InlineData("-2", "'-2")]
    [InlineData("@home", "'@home")]
    [InlineData("\tx", "\"'\tx\"")]
    [InlineData("a = b", "a = b")]
    [InlineData("he said \"no\"", "\"he said \"\"no\"\"\"")]
    [InlineData("户口, 归途", "\"户口, 归途\"")]
    [InlineData("", "")]
    public void A_cell_that_begins_like_a_formula_is_text(string text, string cell) => Assert.Equal(cell, ExportAssignment.Cell(text));

    [Fact]
    public async Task The_same_comes_as_data()
    {
        var school = await School.OpenAsync(site);
        await school.AnswerAsync(school.First, School.Open, "Darkness.");

        using var json = JsonDocument.Parse(await school.Teacher.ReadAsync($"/teach/assignments/{school.Assignment}/export.json"));
        var row = json.RootElement.GetProperty("rows").EnumerateArray().Single(row => row.GetProperty("item").GetString() == School.Open && row.GetProperty("number").GetInt32() == 1);

        Assert.Equal(("The ferry", "Europe/Amsterdam"), (json.RootElement.GetProperty("assignment").GetString(), json.RootElement.GetProperty("time_zone").GetString()));
        Assert.Equal(("done", "Darkness.", "2026-11-02T10:00:00+01:00"), (row.GetProperty("state").GetString(), row.GetProperty("text").GetString(), row.GetProperty("handed_in").GetString()));
    }
}
