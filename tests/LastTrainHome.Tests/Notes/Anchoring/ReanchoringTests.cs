using CsCheck;
using LastTrainHome.Notes.Anchoring;
using Xunit;

namespace LastTrainHome.Tests.Notes.Anchoring;

public sealed class ReanchoringTests
{
    private const string Station = "The train leaves at dawn. Parents wait on the platform. The children stay behind.";

    private static readonly string[] Parts = ["train", "home", "city", "and", "户口", "。", ". ", "\n", " ", "2009", "a"];

    private static readonly Gen<string> Prose = Gen.Int[0, Parts.Length - 1].Select(part => Parts[part]).Array[0, 60].Select(string.Concat);

    [Theory]
    [InlineData("Parents wait on the platform.", Station, "Parents wait on the platform.", "Kept")]
    [InlineData("The children stay behind.", "Nobody knew. " + Station, "The children stay behind.", "Kept")]
    [InlineData("Parents wait on the platform.", "The train leaves at dawn. Parents wait for hours on the platform. The children stay behind.", "Parents wait for hours on the platform.", "Edited")]
    [InlineData("The children stay behind.", "The children stay behind. The train leaves at dawn. Parents wait on the platform.", "The children stay behind.", "Moved")]
    [InlineData("Parents wait on the platform.", "The train leaves at dawn. The children stay behind.", null, "Gone")]
    public void A_passage_is_found_where_its_words_are_now(string passage, string after, string? found, string status)
    {
        var start = Station.IndexOf(passage, StringComparison.Ordinal);

        var placed = Assert.Single(Reanchoring.Place(Station, after, [new(start, start + passage.Length)]));

        Assert.Equal(status, placed.Status.ToString());
        Assert.Equal(found, placed.Range is { } range ? after[range.Start..range.End] : null);
    }

    [Fact]
    public void A_passage_is_not_put_onto_its_twin_that_stood_there_before()
    {
        const string Before = "It is late. The mother phones. She is far away. The mother phones. Nobody answers.";
        const string After = "It is late. She is far away. The mother phones. Nobody answers.";

        var placed = Assert.Single(Reanchoring.Place(Before, After, [new(12, 30)]));

        Assert.NotEqual(PlacementStatus.Kept, placed.Status);
        Assert.NotEqual(PlacementStatus.Moved, placed.Status);
    }

    [Fact]
    public void A_text_that_stays_as_it_is_keeps_every_passage() => Prose.Sample(text =>
    {
        for (var start = 0; start < text.Length; start++)
        {
            var passage = new TextRange(start, Math.Min(text.Length, start + 7));
            var placed = Reanchoring.Place(text, text, [passage])[0];
            Assert.Equal((PlacementStatus.Kept, (TextRange?)passage), (placed.Status, placed.Range));
        }
    }, iter: 200);

    [Fact]
    public void A_placement_lies_inside_the_text() => Gen.Select(Prose, Prose).Sample((before, after) =>
    {
        var passages = Enumerable.Range(0, before.Length).Select(start => new TextRange(start, Math.Min(before.Length, start + 5))).ToList();
        Assert.All(Reanchoring.Place(before, after, passages), placed => Assert.True(placed.Range is not { } range || (range.Start <= range.End && range.End <= after.Length)));
    }, iter: 300);

    [Fact]
    public void A_passage_outside_the_text_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Reanchoring.Place("short", "short", [new(2, 9)]));
}
