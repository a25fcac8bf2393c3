using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using LastTrainHome.Content;
using LastTrainHome.Library;

namespace LastTrainHome.Verbs;

/// <summary>What a check found, for programs.</summary>
internal static class ProblemReport
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>As JSON: whether the folder is sound, its problems, and the counts.</summary>
    public static void WriteJson(Edition edition, string root, TextWriter answer) => answer.WriteLine(JsonSerializer.Serialize(
        new
        {
            edition = edition.Id,
            sound = edition.IsSound,
            problems = edition.Problems.Select(problem => problem with { Path = $"{root}/{problem.Path}" }),
            counts = new
            {
                pages = edition.Counts.Pages.ToDictionary(kind => kind.Key.Folder(), kind => kind.Value),
                edition.Counts.Bound,
                edition.Counts.Calculated,
                plain = edition.Counts.Plain.Select(plain => plain with { Path = $"{root}/{plain.Path}" }),
            },
        },
        Json));

    /// <summary>As SARIF 2.1.0 (OASIS, 2020), which code hosts show beside the lines.</summary>
    public static void WriteSarif(Edition edition, string root, TextWriter answer) => answer.WriteLine(JsonSerializer.Serialize(
        new Dictionary<string, object>
        {
            ["$schema"] = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new[]
            {
                new
                {
                    tool = new
                    {
                        driver = new
                        {
                            name = "LastTrainHome",
                            rules = edition.Problems.Select(problem => problem.Code).Distinct().Order(StringComparer.Ordinal).Select(code => new { id = code }),
                        },
                    },
                    columnKind = "utf16CodeUnits",
                    results = edition.Problems.Select(problem => Result(problem, root)),
                },
            },
        },
        Json));

    private static object Result(Problem problem, string root) => new
    {
        ruleId = problem.Code,
        level = "error",
        message = new { text = problem.Message },
        locations = new[]
        {
            new
            {
                physicalLocation = new
                {
                    artifactLocation = new { uri = string.Join('/', $"{root}/{problem.Path}".Split('/').Select(Uri.EscapeDataString)) },
                    region = new { startLine = problem.Line, startColumn = problem.Column },
                },
            },
        },
    };
}
