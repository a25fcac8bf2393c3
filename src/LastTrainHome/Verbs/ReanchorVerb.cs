using System.Buffers;
using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using LastTrainHome.Notes.Anchoring;

namespace LastTrainHome.Verbs;

/// <summary><c>reanchor</c>: old and new texts with notes in, placements out, one JSON object a line. Exit code 0: done; 2: a line cannot be used.
/// Then nothing is on standard output, so that no caller takes a part of the answer for the whole.</summary>
public static class ReanchorVerb
{
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The verb, for a command line.</summary>
    public static Command Make()
    {
        var verb = new Command("reanchor", """
            Find passages of texts again after the texts were edited.

            Each line of standard input is {"old":"…","new":"…","notes":[{"id":"…","start":0,"end":0}]}, each line of the answer
            {"placements":[{"id":"…","status":"kept","start":0,"end":0}]}. Offsets count UTF-16 code units.
            """);
        verb.SetAction((_, cancel) => RunAsync(Console.OpenStandardInput(), Console.OpenStandardOutput(), Console.Error, cancel));
        return verb;
    }

    /// <summary>Reads every line, then answers all of them.</summary>
    /// <param name="input">UTF-8, with or without a byte order mark. Empty lines are allowed at the end only.</param>
    /// <param name="answer">Takes the answer.</param>
    /// <param name="complaints">Takes one line that says what is wrong, and where.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(Stream input, Stream answer, TextWriter complaints, CancellationToken cancel)
    {
        using var read = new MemoryStream();
        await input.CopyToAsync(read, cancel);
        var answers = new ArrayBufferWriter<byte>();
        try
        {
            Answer(WithoutMarkAndEnd(read.GetBuffer().AsMemory(0, (int)read.Length)), answers);
        }
        catch (FormatException bad)
        {
            await complaints.WriteLineAsync(bad.Message);
            return 2;
        }

        await answer.WriteAsync(answers.WrittenMemory, cancel);
        await answer.FlushAsync(cancel);
        return 0;
    }

    private static ReadOnlyMemory<byte> WithoutMarkAndEnd(ReadOnlyMemory<byte> text)
    {
        text = text.Span.StartsWith(Encoding.UTF8.Preamble) ? text[Encoding.UTF8.Preamble.Length..] : text;
        return text.TrimEnd(" \t\r\n"u8);
    }

    private static void Answer(ReadOnlyMemory<byte> lines, ArrayBufferWriter<byte> answers)
    {
        for (var number = 1; !lines.IsEmpty; number++)
        {
            var length = lines.Span.IndexOf((byte)'\n');
            var line = length < 0 ? lines : lines[..length];
            lines = length < 0 ? default : lines[(length + 1)..];
            try
            {
                Answer(ReanchorRequest.Parse(line), answers);
            }
            catch (FormatException bad)
            {
                throw new FormatException($"Line {number}: {bad.Message}", bad);
            }
        }
    }

    private static void Answer(ReanchorRequest request, ArrayBufferWriter<byte> answers)
    {
        var placements = Reanchoring.Place(request.Old, request.New, request.Passages);
        using (var json = new Utf8JsonWriter(answers, Json))
        {
            json.WriteStartObject();
            json.WriteStartArray("placements");
            for (var note = 0; note < placements.Length; note++)
            {
                json.WriteStartObject();
                json.WritePropertyName("id");
                request.Ids[note].WriteTo(json);
                json.WriteString("status", placements[note].Status.ToString().ToLowerInvariant());
                WriteOffset("start", placements[note].Range?.Start);
                WriteOffset("end", placements[note].Range?.End);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();

            void WriteOffset(string name, int? offset)
            {
                if (offset is { } there)
                    json.WriteNumber(name, there);
                else
                    json.WriteNull(name);
            }
        }

        answers.Write("\n"u8);
    }
}
