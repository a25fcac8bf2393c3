using System.Text.Json;
using System.Text.Unicode;
using LastTrainHome.Library;
using LastTrainHome.Notes.Anchoring;

namespace LastTrainHome.Verbs;

/// <summary>One line of input of <c>reanchor</c>.</summary>
/// <param name="Old">The text the notes were made in.</param>
/// <param name="New">The text after the edit.</param>
/// <param name="Ids">The notes' ids, strings or numbers, as they came.</param>
/// <param name="Passages">The notes' passages, in the same order.</param>
internal sealed record ReanchorRequest(string Old, string New, IReadOnlyList<JsonElement> Ids, IReadOnlyList<TextRange> Passages)
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Reads a line.</summary>
    /// <exception cref="FormatException">Something in it is wrong; the message says what, as a sentence.</exception>
    public static ReanchorRequest Parse(ReadOnlyMemory<byte> line)
    {
        if (!Utf8.IsValid(line.Span))
            throw new FormatException("this is not UTF-8.");
        try
        {
            using var document = JsonDocument.Parse(line, Strict);
            var root = document.RootElement;
            CheckKeys(root, "the line", "old", "new", "notes");
            var (old, notes) = (Text(root, "old"), root.GetProperty("notes"));
            if (notes.ValueKind != JsonValueKind.Array)
                throw new FormatException("'notes' is not a list.");
            var (ids, passages, known) = (new List<JsonElement>(), new List<TextRange>(), new HashSet<string>(StringComparer.Ordinal));
            foreach (var note in notes.EnumerateArray())
            {
                var name = $"notes[{ids.Count}]";
                CheckKeys(note, name, "id", "start", "end");
                passages.Add(Passage(note, name, old));
                ids.Add(Id(note, name).Clone());
                if (!known.Add(ids[^1].GetRawText()))
                    throw new FormatException($"the id {ids[^1].GetRawText()} is there twice.");
            }

            return new(old, Text(root, "new"), ids, passages);
        }
        catch (JsonException bad)
        {
            throw new FormatException(bad.BytePositionInLine is { } at ? $"this is not a JSON object; see byte {at + 1}." : "a key is there twice.", bad);
        }
    }

    private static void CheckKeys(JsonElement element, string name, params string[] keys)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw new FormatException($"{name} is not a JSON object.");
        foreach (var property in element.EnumerateObject())
            if (!keys.Contains(property.Name))
                throw new FormatException($"{name} has an unknown key '{property.Name}'{Spelling.DidYouMean(property.Name, keys)}");
        foreach (var key in keys)
            if (!element.TryGetProperty(key, out _))
                throw new FormatException($"{name} has no '{key}'.");
    }

    private static string Text(JsonElement element, string key)
    {
        if (element.GetProperty(key) is not { ValueKind: JsonValueKind.String } text)
            throw new FormatException($"'{key}' is not a string.");
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException half)
        {
            throw new FormatException($"'{key}' has half of a surrogate pair.", half);
        }
    }

    private static JsonElement Id(JsonElement note, string name) => note.GetProperty("id") is { ValueKind: JsonValueKind.String or JsonValueKind.Number } id
        ? id
        : throw new FormatException($"{name}.id is neither a string nor a number.");

    private static TextRange Passage(JsonElement note, string name, string old)
    {
        var passage = new TextRange(Offset(note, name, "start"), Offset(note, name, "end"));
        foreach (var (key, offset) in new[] { ("start", passage.Start), ("end", passage.End) })
            if (offset < 0 || offset > old.Length)
                throw new FormatException($"{name}.{key} is {offset}, and 'old' has {old.Length} code units.");
            else if (TextRange.IsInsidePair(old, offset))
                throw new FormatException($"{name}.{key} is {offset}, inside a surrogate pair.");
        return passage.Start <= passage.End ? passage : throw new FormatException($"{name} ends before it starts.");
    }

    private static int Offset(JsonElement note, string name, string key) =>
        note.GetProperty(key) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var offset)
            ? offset
            : throw new FormatException($"{name}.{key} is not a whole number.");
}
