using System.Text.RegularExpressions;
using LastTrainHome.Content;
using LastTrainHome.Editions;
using Microsoft.Data.Sqlite;
using Xunit;

namespace LastTrainHome.Tests;

/// <summary>What docs/house.md says of the library file is true of the real content.</summary>
public sealed partial class HouseDocsTests(HouseDocsTests.RealLibrary real) : IClassFixture<HouseDocsTests.RealLibrary>
{
    private static readonly string Docs = File.ReadAllText(Repository.Path("docs", "house.md"));

    public static TheoryData<string> Questions => [.. Query().Matches(Docs).Select(match => match.Groups[1].Value)];

    [Theory, MemberData(nameof(Questions))]
    public void A_question_in_SQL_has_an_answer(string sql)
    {
        using var connection = real.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();

        Assert.True(reader.Read());
        Assert.All(Enumerable.Range(0, reader.FieldCount), column => Assert.False(reader.IsDBNull(column)));
    }

    [Fact]
    public void Three_questions_are_asked() => Assert.Equal(3, Questions.Count);

    [Fact]
    public void Every_table_is_named()
    {
        using var connection = real.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT LIKE 'sqlite_%'";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var name = reader.GetString(0);
            if (!ShadowOfAnIndex().IsMatch(name))
                Assert.Contains($"`{name}`", Docs, StringComparison.Ordinal);
        }
    }

    [GeneratedRegex("```sql\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Query();

    [GeneratedRegex("_(config|content|data|docsize|idx)$")]
    private static partial Regex ShadowOfAnIndex();

    /// <summary>The library file of the repository's own content.</summary>
    public sealed class RealLibrary : IDisposable
    {
        private readonly string folder = Directory.CreateTempSubdirectory("library-").FullName;

        public RealLibrary()
        {
            var edition = EditionReader.ReadOnce(ContentFolder.Read(Repository.Path("content")));
            Assert.Empty(edition.Problems);
            LibraryFile.Write(System.IO.Path.Combine(folder, "library.db"), [.. edition.Pages]);
        }

        public SqliteConnection Open()
        {
            var connection = new SqliteConnection($"Data Source={System.IO.Path.Combine(folder, "library.db")};Mode=ReadOnly;Pooling=False");
            connection.Open();
            return connection;
        }

        public void Dispose() => Directory.Delete(folder, recursive: true);
    }
}
