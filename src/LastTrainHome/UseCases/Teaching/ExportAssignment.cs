using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LastTrainHome.Classroom;
using LastTrainHome.Library;
using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases.Teaching;

/// <summary>An assignment's work to take away: a row for each student and item, under numbers and chosen names. Drafts stay behind.</summary>
public sealed class ExportAssignment(StudyStore store, LibraryDb library)
{
    private static readonly string[] Header = ["number", "pseudonym", "item", "state", "handed in", "late", "tries", "text", "choices", "comment"];

    private static readonly SearchValues<char> Separators = SearchValues.Create(",;\t\"\r\n");

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // the file is JSON and says so
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
    };

    /// <summary>A table in UTF-8 with a byte order mark, by which a spreadsheet knows the encoding; null where the assignment is not the teacher's.</summary>
    public async Task<byte[]?> CsvAsync(Guid teacher, int assignment, CancellationToken cancel)
    {
        if (await ReadAsync(teacher, assignment, cancel) is not { } found)
            return null;
        var csv = new StringBuilder().AppendJoin(',', Header).Append("\r\n");
        foreach (var row in found.Rows)
            csv.AppendJoin(',', new[]
            {
                row.Number.ToString(CultureInfo.InvariantCulture), row.Pseudonym, row.Item, row.State, row.HandedIn ?? "", row.Late ? "late" : "",
                row.Tries == 0 ? "" : row.Tries.ToString(CultureInfo.InvariantCulture), row.Text, string.Join("; ", row.Choices), string.Join("\n\n", row.Comments),
            }.Select(Cell)).Append("\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(csv.ToString())];
    }

    /// <summary>The same in JSON; null where the assignment is not the teacher's.</summary>
    public async Task<byte[]?> JsonAsync(Guid teacher, int assignment, CancellationToken cancel)
    {
        if (await ReadAsync(teacher, assignment, cancel) is not { } found)
            return null;
        var (ofClass, set) = (found.Overview.Class, found.Overview.Assignments[0]);
        return JsonSerializer.SerializeToUtf8Bytes(
            new { Class = ofClass.Name, Assignment = set.Title, Due = ClassTime.Iso(set.DueAt, ofClass.TimeZone), ofClass.TimeZone, found.Rows }, Json);
    }

    /// <summary>One cell of CSV. A spreadsheet would calculate what begins like a formula; an apostrophe before it makes it text.</summary>
    internal static string Cell(string text)
    {
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r')
            text = "'" + text;
        return text.AsSpan().ContainsAny(Separators) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }

    private async Task<(ClassOverview Overview, List<Row> Rows)?> ReadAsync(Guid teacher, int assignment, CancellationToken cancel)
    {
        await using var db = store.Read();
        if (await ReadOverview.OfAssignmentAsync(db, teacher, assignment, cancel) is not { } found)
            return null;
        var (zone, items) = (found.Class.TimeZone, found.Assignments[0].Items);
        var questions = await SubmittedAnswers.QuestionsAsync(library, items.Select(item => item.QuestionId), cancel);
        var answers = await db.SubmittedFor(assignment).ToDictionaryAsync(answer => (answer.AccountId, answer.QuestionId), cancel);
        return (found, [.. from student in found.Students from item in items select Of(student, item)]);

        Row Of(Student student, AssignmentItem item)
        {
            var cell = found[student, item];
            var answer = answers.GetValueOrDefault((student.AccountId, item.QuestionId ?? ""));
            return new(
                student.Number,
                student.Pseudonym,
                item.QuestionId ?? item.PageKey,
                cell.State.Name(),
                cell.At is { } at ? ClassTime.Iso(at, zone) : null,
                cell.State == ItemState.Late,
                answer?.Tries ?? 0,
                answer?.Text ?? "",
                answer is null ? [] : [.. SubmittedAnswers.Picked(answer, questions.GetValueOrDefault(answer.QuestionId)).Select(choice => choice.Text)],
                answer is null ? [] : [.. answer.Comments.Select(comment => comment.Text)]);
        }
    }

    private sealed record Row(
        int Number, string Pseudonym, string Item, string State, string? HandedIn, bool Late, int Tries, string Text, List<string> Choices, List<string> Comments);
}
