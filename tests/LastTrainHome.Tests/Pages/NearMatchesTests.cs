using LastTrainHome.Library.Search;
using Xunit;

namespace LastTrainHome.Tests.Pages;

public sealed class NearMatchesTests
{
    [Theory]
    [InlineData("salt", "salt", 0)]
    [InlineData("sallt", "salt", 1)]
    [InlineData("slat", "salt", 1)]
    [InlineData("salt", "the-salt-road", 1)]
    [InlineData("", "salt", 4)]
    [InlineData("abc", "xyz", 3)]
    public void Nearness_counts_letters_and_knows_whole_words(string asked, string slug, int far) => Assert.Equal(far, NearMatches.Far(asked, slug));
}
