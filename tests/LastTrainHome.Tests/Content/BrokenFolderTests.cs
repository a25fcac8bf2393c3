using LastTrainHome.Content;
using Xunit;

namespace LastTrainHome.Tests.Content;

public sealed class BrokenFolderTests
{
    [Fact]
    public void Every_planted_mistake_is_told_at_its_line_and_column()
    {
        var folder = Repository.Path("tests", "LastTrainHome.Tests", "Fixtures", "broken");

        Assert.Equal(File.ReadAllLines(Path.Combine(folder, "expected.txt")), EditionReader.ReadOnce(ContentFolder.Read(folder)).Problems.Select(Folder.Short));
    }
}
