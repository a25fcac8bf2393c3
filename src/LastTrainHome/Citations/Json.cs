using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace LastTrainHome.Citations;

/// <summary>A JSON value that knows at which byte it stands, so that a mistake in it can be shown where it was made.</summary>
internal abstract record Json(int At)
{
    // Relaxed: a reader who downloads an entry finds & and 人 in it, not \u0026. It is never written into a page unescaped.
    private static readonly JsonWriterOptions Minified = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads one value. Where the bytes are not JSON, the mistake is reported and null comes back.</summary>
    /// <param name="utf8">The bytes, without a byte-order mark.</param>
    /// <param name="report">Takes the byte and the sentence.</param>
    public static Json? Read(ReadOnlySpan<byte> utf8, Action<int, string> report)
    {
        if (!Utf8.IsValid(utf8))
        {
            report(FirstInvalid(utf8), "This is not UTF-8. Save the file as UTF-8.");
            return null;
        }

        var reader = new Utf8JsonReader(utf8);
        try
        {
            reader.Read();
            var root = Take(ref reader);
            reader.Read();
            return root;
        }
        catch (JsonException wrong)
        {
            report(Place(utf8, wrong), Translate(wrong.Message));
        }
        catch (InvalidOperationException)
        {
            // The only thing a token of valid UTF-8 cannot be turned into text for.
            report((int)reader.TokenStartIndex, "An escape here (\\uD800 to \\uDFFF) is half of a character; write the character itself.");
        }

        return null;
    }

    /// <summary>The value on one line without spaces.</summary>
    public string Minify()
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Minified))
            Write(writer);
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    protected abstract void Write(Utf8JsonWriter writer);

    // The reader itself refuses what is nested more than 64 deep.
    private static Json Take(ref Utf8JsonReader reader)
    {
        var at = (int)reader.TokenStartIndex;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var pairs = new List<Pair>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var (name, nameAt) = (reader.GetString()!, (int)reader.TokenStartIndex);
                    reader.Read();
                    pairs.Add(new(name, nameAt, Take(ref reader)));
                }

                return new Fields(at, pairs);
            case JsonTokenType.StartArray:
                var items = new List<Json>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    items.Add(Take(ref reader));
                return new Items(at, items);
            case JsonTokenType.String:
                return new Text(at, reader.GetString()!);
            case JsonTokenType.Number:
                return new Number(at, Encoding.ASCII.GetString(reader.ValueSpan));
            default:
                return new Constant(at, Encoding.ASCII.GetString(reader.ValueSpan));
        }
    }

    private static int FirstInvalid(ReadOnlySpan<byte> utf8)
    {
        var at = 0;
        while (at < utf8.Length && Rune.DecodeFromUtf8(utf8[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
            at += length;
        return at;
    }

    private static int Place(ReadOnlySpan<byte> utf8, JsonException wrong)
    {
        var at = 0;
        for (var line = wrong.LineNumber ?? 0; line > 0; line--)
            at += utf8[at..].IndexOf((byte)'\n') + 1;
        return (int)Math.Min(utf8.Length, at + (wrong.BytePositionInLine ?? 0));
    }

    // The library speaks to programmers; these are the mistakes editors make.
    private static string Translate(string message) => message switch
    {
        _ when message.Contains("trailing comma", StringComparison.Ordinal) => "A comma stands after the last item. Delete it.",
        _ when message.Contains("is invalid after a value", StringComparison.Ordinal) => "A comma or a closing bracket is missing before this.",
        _ when message.Contains("Expected a ':'", StringComparison.Ordinal) => "A ':' is missing after this field's name.",
        _ when message.Contains("Expected depth to be zero", StringComparison.Ordinal) => "A bracket or brace is never closed.",
        _ when message.Contains("Expected end of string", StringComparison.Ordinal) => "A quote is never closed.",
        _ when message.Contains("maximum configured depth", StringComparison.Ordinal) => "This is nested too deep.",
        _ when message.Contains("does not contain any JSON", StringComparison.Ordinal) => "The file is empty; write [] for a study without sources.",
        _ => $"This is not JSON ({message.Split(" LineNumber:")[0].TrimEnd('.')}).",
    };

    internal sealed record Pair(string Name, int At, Json Value);

    internal sealed record Fields(int At, IReadOnlyList<Pair> Pairs) : Json(At)
    {
        public Json? this[string name] => Pairs.FirstOrDefault(pair => pair.Name == name)?.Value;

        protected override void Write(Utf8JsonWriter writer)
        {
            writer.WriteStartObject();
            foreach (var pair in Pairs)
            {
                writer.WritePropertyName(pair.Name);
                pair.Value.Write(writer);
            }

            writer.WriteEndObject();
        }
    }

    internal sealed record Items(int At, IReadOnlyList<Json> Values) : Json(At)
    {
        protected override void Write(Utf8JsonWriter writer)
        {
            writer.WriteStartArray();
            foreach (var value in Values)
                value.Write(writer);
            writer.WriteEndArray();
        }
    }

    internal sealed record Text(int At, string Value) : Json(At)
    {
        protected override void Write(Utf8JsonWriter writer) => writer.WriteStringValue(Value);
    }

    /// <summary>A number, kept as written: an entry is handed on as it came.</summary>
    internal sealed record Number(int At, string Raw) : Json(At)
    {
        protected override void Write(Utf8JsonWriter writer) => writer.WriteRawValue(Raw);
    }

    /// <summary>true, false or null.</summary>
    internal sealed record Constant(int At, string Raw) : Json(At)
    {
        protected override void Write(Utf8JsonWriter writer) => writer.WriteRawValue(Raw);
    }
}
