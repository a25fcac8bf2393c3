using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace LastTrainHome.Tests;

/// <summary>The plan of the rooms in docs/house.md, checked on the meaning of every name in the source, Razor's included. Rooms are listed
/// from the lowest up, and each may use only rooms below it. Allowing one more is a decision.</summary>
public sealed partial class HouseTests
{
    private const string Root = "LastTrainHome";

    private static readonly Dictionary<string, string[]> Uses = new()
    {
        ["Citations"] = [],
        ["Library"] = [],
        ["Content"] = ["Citations", "Library"],
        ["Accounts"] = [],
        ["Classroom"] = [],
        ["Notes"] = [],
        ["Store"] = ["Accounts", "Classroom"],
        ["Editions"] = ["Library", "Content", "Store"],
        ["UseCases"] = ["Library", "Accounts", "Classroom", "Store"],
        ["Web"] = ["Citations", "Library", "Accounts", "Classroom", "Store", "Editions", "UseCases"],
        ["Pages"] = ["Library", "Accounts", "Classroom", "Store", "Editions", "UseCases", "Web"],
        ["Verbs"] = ["Library", "Content", "Accounts", "Notes", "Store", "Editions", "UseCases", "Web"],
    };

    private static readonly Lazy<ILookup<string, Use>> Found = new(FindUses);

    public static TheoryData<string> Rooms => [.. Uses.Keys];

    [Theory, MemberData(nameof(Rooms))]
    public void A_room_uses_only_rooms_that_the_plan_allows(string room) =>
        Assert.Empty(Found.Value[room].Where(use => !Uses[room].Contains(use.Room)).Select(use => $"{use.File}: {use.Name}").Distinct().Order());

    [Theory, MemberData(nameof(Rooms))]
    public void A_room_uses_only_rooms_below_it(string room) =>
        Assert.Empty(Uses[room].Except(Uses.Keys.TakeWhile(below => below != room)));

    [Theory, MemberData(nameof(Rooms))]
    public void No_room_is_allowed_that_is_not_used(string room) =>
        Assert.Empty(Uses[room].Except(Found.Value[room].Select(use => use.Room)));

    [Fact]
    public void Every_folder_is_a_room_on_the_plan()
    {
        var folders = Directory.EnumerateDirectories(Repository.Path("src", Root)).Select(path => Path.GetFileName(path));

        Assert.Empty(folders.Except([.. Uses.Keys, "wwwroot", "bin", "obj"]));
    }

    [Fact]
    public void The_picture_in_the_docs_is_the_plan()
    {
        var docs = File.ReadAllText(Repository.Path("docs", "house.md"));
        var pictured = RowOfThePicture().Matches(docs).ToDictionary(
            row => row.Groups["room"].Value,
            row => row.Groups["uses"].Value.Split(", ", StringSplitOptions.RemoveEmptyEntries).Except(["–"]).Order().ToArray());

        Assert.Equal(Uses.Keys.Order(), pictured.Keys.Order());
        Assert.All(Uses, room => Assert.Equal(room.Value.Order(), pictured[room.Key]));
    }

    [Fact]
    public void A_name_written_inside_a_namespace_is_seen()
    {
        // What a search for "using" misses: a name that is found through the namespace around it, and a constant that leaves no trace in the assembly.
        var seen = FindUses(
        [
            Parse("src/LastTrainHome/Content/Reader.cs", "namespace LastTrainHome.Content; public class Reader { public const int Most = 1; }"),
            Parse("src/LastTrainHome/Library/A.cs", "namespace LastTrainHome.Library; public class A { int most = Content.Reader.Most; }"),
        ]);

        Assert.Equal("Content", Assert.Single(seen["Library"].Select(use => use.Room).Distinct()));
    }

    [Fact]
    public void Nothing_in_the_source_knows_the_film()
    {
        var words = Film();
        var sources = Directory.EnumerateFiles(Repository.Path("src", Root), "*.*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".cshtml" or ".css" or ".js" or ".json" && !IsBuilt(file));

        // The project's own name is not the film's.
        Assert.Empty(sources.SelectMany(file => words.Matches(File.ReadAllText(file)).Select(match => $"{Path.GetFileName(file)}: {match.Value}")));
    }

    private static ILookup<string, Use> FindUses()
    {
        var source = Repository.Path("src", Root);
        var written = Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories).Where(file => !IsBuilt(file));
        var obj = Path.Combine(source, "obj", Configuration(), "net10.0");
        var generated = Directory.EnumerateFiles(obj, "*.g.cs", SearchOption.AllDirectories).Where(file => IsCurrent(file, source));
        return FindUses([.. written.Concat(generated).AsParallel().Select(file => Parse(file, File.ReadAllText(file)))]);
    }

    private static ILookup<string, Use> FindUses(SyntaxTree[] trees)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && name != $"{Root}.dll" && !name.StartsWith($"{Root}.Tests", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));
        var program = CSharpCompilation.Create(Root, trees, references, new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        return trees
            .Where(tree => RoomOfFile(tree.FilePath) is not null)
            .AsParallel()
            .SelectMany(tree => UsesOf(tree, program.GetSemanticModel(tree)))
            .ToLookup(use => RoomOfFile(use.File)!);
    }

    // Every name, with the type it stands for, the type that declares it, and the type of what it yields: so "var" hides nothing.
    private static List<Use> UsesOf(SyntaxTree tree, SemanticModel model)
    {
        var (room, found) = (RoomOfFile(tree.FilePath), new List<Use>());
        foreach (var name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
        {
            var symbol = model.GetSymbolInfo(name).Symbol;
            foreach (var type in new[] { symbol as ITypeSymbol, symbol?.ContainingType, TypeOf(symbol), model.GetTypeInfo(name).Type }.SelectMany(Parts))
                if (RoomOf(type) is { } used && used != room)
                    found.Add(new(tree.FilePath, used, $"{type.ContainingNamespace.ToDisplayString()}.{type.Name}"));
        }

        return found;
    }

    private static ITypeSymbol? TypeOf(ISymbol? symbol) => symbol switch
    {
        IMethodSymbol method => method.ReturnType,
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => null,
    };

    private static IEnumerable<ITypeSymbol> Parts(ITypeSymbol? type) => type switch
    {
        null => [],
        IArrayTypeSymbol array => Parts(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.SelectMany(Parts).Append(named),
        _ => [type],
    };

    private static string? RoomOf(ITypeSymbol type) =>
        type.ContainingNamespace?.ToDisplayString().Split('.') is [Root, var room, ..] && Uses.ContainsKey(room) ? room : null;

    private static string? RoomOfFile(string path)
    {
        var parts = path.Replace('\\', '/').Split('/');
        return Array.Find(parts[(Array.LastIndexOf(parts, Root) + 1)..], Uses.ContainsKey) ?? Array.FindLast(parts, Uses.ContainsKey);
    }

    private static SyntaxTree Parse(string path, string text) => CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview), path);

    private static bool IsBuilt(string file) => file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        || file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal);

    // A page that was deleted leaves behind what was generated for it.
    private static bool IsCurrent(string generated, string source) =>
        !generated.EndsWith("_cshtml.g.cs", StringComparison.Ordinal)
        || File.Exists(Path.Combine(source, generated[generated.LastIndexOf($"{Path.DirectorySeparatorChar}Pages{Path.DirectorySeparatorChar}", StringComparison.Ordinal)..].TrimStart(Path.DirectorySeparatorChar).Replace("_cshtml.g.cs", ".cshtml", StringComparison.Ordinal)));

    private static string Configuration() => AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";

    [GeneratedRegex(@"(?m)^\| `(?<room>[A-Z]\w+)/` \| .* \| (?<uses>[^|]+?) \|$")]
    private static partial Regex RowOfThePicture();

    // Doc comments show keys such as themes/hukou as examples; a rule in code may not.
    [GeneratedRegex(@"(?m)^(?!\s*//).*?\b(China|Chinese|Lixin|Guangzhou|Sichuan|Last Train Home)\b")]
    private static partial Regex Film();

    /// <summary>A name in a file that stands for something in another room.</summary>
    private sealed record Use(string File, string Room, string Name);
}
