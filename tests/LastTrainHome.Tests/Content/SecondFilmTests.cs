using LastTrainHome.Content;
using Xunit;

namespace LastTrainHome.Tests.Content;

/// <summary>A whole small study of another film, in another language and script: what the engine serves is in the folder, not in the engine.</summary>
public sealed class SecondFilmTests
{
    private static readonly Edition Study = EditionReader.ReadOnce(ContentFolder.Read(Repository.Path("tests", "LastTrainHome.Tests", "Fixtures", "second-film")));

    [Fact]
    public void It_is_sound() => Assert.Empty(Study.Problems);
}
