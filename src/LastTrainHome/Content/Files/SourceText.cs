using System.Buffers;
using System.Text;
using LastTrainHome.Library;

namespace LastTrainHome.Content.Files;

/// <summary>A content file as text, which knows on what line and in what column each of its characters stands.</summary>
public sealed class SourceText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly List<int> lines = [0];

    private SourceText(string path, string text)
    {
        Path = path;
        Text = text;
        for (var at = 0; at < text.Length; at++)
            if (text[at] == '\n' || (text[at] == '\r' && (at + 1 == text.Length || text[at + 1] != '\n')))
                lines.Add(at + 1);
    }

    public string Path { get; }

    /// <summary>The text, without a byte-order mark; what is not allowed in it is replaced, one for one.</summary>
    public string Text { get; }

    public int Lines => lines.Count;

    /// <summary>Decodes a file. What is wrong with its bytes goes to <paramref name="problems"/>; what is left can still be checked.</summary>
    public static SourceText Decode(ContentFile file, List<Problem> problems)
    {
        if (file.Bytes.Length > ContentFolder.MostBytes)
        {
            problems.Add(new(file.Path, 1, 1, "FILE001", "This file is larger than 1 MB. Split it."));
            return new(file.Path, "");
        }

        var bytes = file.Bytes.Span;
        if (bytes.StartsWith("\uFEFF"u8))
            bytes = bytes[3..];

        string decoded;
        try
        {
            decoded = Strict.GetString(bytes);
        }
        catch (DecoderFallbackException wrong)
        {
            var good = new SourceText(file.Path, Encoding.UTF8.GetString(bytes[..Math.Max(0, wrong.Index)]));
            problems.Add(good.Problem(good.Text.Length, "ENC001", "This is not UTF-8. Save the file as UTF-8."));
            decoded = Encoding.UTF8.GetString(bytes);
        }

        var source = new SourceText(file.Path, decoded);
        var at = source.Text.AsSpan().IndexOfAny(Forbidden);
        if (at < 0)
            return source;

        problems.Add(source.Text[at] == '\0'
            ? source.Problem(at, "ENC002", "A NUL byte cannot stand in a text. Is this a Markdown file?")
            : source.Problem(at, "ENC003", $"The invisible character U+{(int)source.Text[at]:X4} cannot stand in a text. Delete it."));
        return new(file.Path, string.Create(decoded.Length, decoded, static (clean, raw) =>
        {
            raw.CopyTo(clean);
            clean.ReplaceAny(Forbidden, '\uFFFD');
        }));
    }

    /// <summary>Control characters, and the invisible ends of lines and marks of byte order that are copied along from elsewhere: to some
    /// programs they end a line and to others they do not, so that nobody could say on what line a mistake stands.</summary>
    internal static readonly SearchValues<char> Forbidden = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(char.IsControl).Except(['\t', '\n', '\r']), '\u2028', '\u2029', '\uFEFF']);

    /// <summary>The line and the column of a character, both from 1.</summary>
    public (int Line, int Column) At(int offset)
    {
        offset = Math.Clamp(offset, 0, Text.Length);
        var line = lines.BinarySearch(offset);
        if (line < 0)
            line = ~line - 1;
        return (line + 1, offset - lines[line] + 1);
    }

    /// <summary>Where a line begins. Lines count from 1.</summary>
    public int Start(int line) => lines[line - 1];

    /// <summary>A line without its end. Lines count from 1.</summary>
    public ReadOnlySpan<char> Line(int line) =>
        Text.AsSpan(lines[line - 1]..(line < lines.Count ? lines[line] : Text.Length)).TrimEnd("\r\n");

    /// <summary>A problem with the character at an offset.</summary>
    public Problem Problem(int offset, string code, string message)
    {
        var (line, column) = At(offset);
        return new(Path, line, column, code, message);
    }
}
