using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LastTrainHome.Accounts;
using LastTrainHome.Classroom;
using LastTrainHome.Library;
using LastTrainHome.Store;
using LastTrainHome.Web.Display;
using LastTrainHome.Web.Routing;
using LastTrainHome.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases;

/// <summary>An assignment's work to take away: a row for each student and item, under numbers and chosen names. Drafts stay behind.</summary>
public static class Export
{
    private static readonly string[] Header = ["number", "pseudonym", "item", "state", "handed in", "late", "tries", "text", "choices", "comment"];

    private static readonly SearchValues<char> Parting = SearchValues.Create(",;\t\"\r\n");

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // the answer is JSON and says so
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
    };

    public static void MapExport(this IEndpointRouteBuilder site)
    {
        site.MapRead("/teach/assignments/{id:int}/export.csv", CsvAsync).RequireAuthorization(Role.Teacher);
        site.MapRead("/teach/assignments/{id:int}/export.json", JsonAsync).RequireAuthorization(Role.Teacher);
    }

    /// <summary>One cell of CSV. A sheet would calculate what begins like a formula; an apostrophe before it makes it text.</summary>
    internal static string Cell(string text)
    {
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r')
            text = "'" + text;
        return text.AsSpan().ContainsAny(Parting) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }

    private static async Task<IResult> CsvAsync(int id, StudyStore store, LibraryDb library, HttpContext context, CancellationToken cancel)
    {
        if (await ReadAsync(id, store, library, context, cancel) is not { } found)
            return Results.NotFound();
        var csv = new StringBuilder().AppendJoin(',', Header).Append("\r\n");
        foreach (var row in found.Rows)
            csv.AppendJoin(',', new[]
            {
                row.Number.ToString(CultureInfo.InvariantCulture), row.Pseudonym, row.Item, row.State, row.HandedIn ?? "", row.Late ? "late" : "",
                row.Tries == 0 ? "" : row.Tries.ToString(CultureInfo.InvariantCulture), row.Text, string.Join("; ", row.Choices), string.Join("\n\n", row.Comments),
            }.Select(Cell)).Append("\r\n");
        return Results.File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(csv.ToString())], "text/csv; charset=utf-8", $"assignment-{id}.csv");
    }

    private static async Task<IResult> JsonAsync(int id, StudyStore store, LibraryDb library, HttpContext context, CancellationToken cancel)
    {
        if (await ReadAsync(id, store, library, context, cancel) is not { } found)
            return Results.NotFound();
        var (of, set) = (found.Overview.Class, found.Overview.Assignments[0]);
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"assignment-{id}.json\"";
        return Results.Json(new { Class = of.Name, Assignment = set.Title, Due = TimeDisplay.Iso(set.DueAt, of.TimeZone), of.TimeZone, found.Rows }, Json);
    }

    private static async Task<(ClassOverview Overview, List<Row> Rows)?> ReadAsync(int id, StudyStore store, LibraryDb library, HttpContext context, CancellationToken cancel)
    {
        await using var db = store.Read();
        if (await ClassOverview.OfAssignmentAsync(db, context.User.AccountId(), id, cancel) is not { } found)
            return null;
        var (zone, items) = (found.Class.TimeZone, found.Assignments[0].Items);
        var questions = await Choices.QuestionsAsync(library, items.Select(item => item.QuestionId).OfType<string>(), cancel);
        var answers = await Choices.AnswersOf(db, id).Where(answer => answer.SubmittedAt != null).ToDictionaryAsync(answer => (answer.AccountId, answer.QuestionId), cancel);
        return (found, [.. from student in found.Students from item in items select Of(student, item)]);

        Row Of(Student student, AssignmentItem item)
        {
            var cell = found[student, item];
            var answer = answers.GetValueOrDefault((student.AccountId, item.QuestionId ?? ""));
            return new(
                student.Number, student.Pseudonym, item.QuestionId ?? item.PageKey, StateDisplay.Of(cell.State), cell.At is { } at ? TimeDisplay.Iso(at, zone) : null, cell.State == ItemState.Late,
                answer?.Tries ?? 0, answer?.Text ?? "",
                answer is null ? [] : [.. Choices.Of(answer, questions.GetValueOrDefault(answer.QuestionId)).Select(choice => choice.Text)],
                answer is null ? [] : [.. answer.Comments.Select(comment => comment.Text)]);
        }
    }

    private sealed record Row(int Number, string Pseudonym, string Item, string State, string? HandedIn, bool Late, int Tries, string Text, List<string> Choices, List<string> Comments);
}
