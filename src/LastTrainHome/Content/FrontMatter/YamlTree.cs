using LastTrainHome.Content.Files;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace LastTrainHome.Content.FrontMatter;

/// <summary>A value in front matter, with the place it was written at: line and column in the file, from 1.</summary>
internal abstract record Node(int Line, int Column);

/// <summary>A single value. What it means is for the key to say: <c>no</c> is a word where a word is wanted.</summary>
internal sealed record Word(string Text, int Line, int Column) : Node(Line, Column);

/// <summary>A list.</summary>
internal sealed record Many(IReadOnlyList<Node> Items, int Line, int Column) : Node(Line, Column);

/// <summary>Keys and their values, in the order written.</summary>
internal sealed record Pairs(IReadOnlyList<(Word Key, Node Value)> Items, int Line, int Column) : Node(Line, Column);

/// <summary>Reads YAML as a stream of events into a small tree. Nothing is ever multiplied: an alias is not followed, a tag is not obeyed.</summary>
internal sealed class YamlTree
{
    /// <summary>Deep enough for any front matter, too shallow for a stack to run out.</summary>
    private const int Deepest = 8;

    private readonly int firstLine;
    private readonly Action<int, int, string, string> report;

    private YamlTree(int firstLine, Action<int, int, string, string> report) => (this.firstLine, this.report) = (firstLine, report);

    /// <summary>The pairs that a text holds, or null where it cannot be read; then, and for all that may not stand in it, something was reported.</summary>
    /// <param name="yaml">The text between the fences.</param>
    /// <param name="firstLine">The line of the file on which it begins.</param>
    /// <param name="report">Takes line, column, code and sentence of each mistake.</param>
    public static Pairs? Read(string yaml, int firstLine, Action<int, int, string, string> report)
    {
        var tab = TabIndent(yaml);
        if (tab is { } where)
        {
            report(firstLine + where.Line, where.Column + 1, "YAML002", "A tab cannot indent here. Use spaces.");
            return null;
        }

        var tree = new YamlTree(firstLine, report);
        var parser = new Parser(new Scanner(new StringReader(yaml), skipComments: true));
        var last = Mark.Empty;
        try
        {
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _))
                return new Pairs([], firstLine, 1);
            parser.Consume<DocumentStart>();
            last = parser.Current?.Start ?? last;
            var root = tree.Take(parser, 0);
            parser.Consume<DocumentEnd>();
            if (!parser.Accept<StreamEnd>(out _))
            {
                tree.Report(parser.Current!.Start, "YAML001", "Front matter holds one set of keys; a second document begins here.");
                return null;
            }

            if (root is Pairs pairs)
                return pairs;
            if (root is Word { Text: "" })
                return new Pairs([], firstLine, 1);
            report(root.Line, root.Column, "YAML001", "Front matter is a set of keys with values: 'title: …'.");
            return null;
        }
        catch (YamlException wrong)
        {
            var (code, sentence) = Translate(wrong);
            tree.Report(wrong.Start, code, sentence);
            return null;
        }
        catch (ArgumentException)
        {
            // So the scanner meets an escape beyond all characters: "\UFFFFFFFF".
            tree.Report(parser.Current?.End ?? last, "YAML001", "A '\\' after this begins an escape that is no character. Later mistakes in this front matter are not shown.");
            return null;
        }
        catch (InvalidOperationException)
        {
            // The parser meets some broken flow lists so, without a place: the last event is the nearest one known.
            tree.Report(parser.Current?.End ?? last, "YAML001", "This list or set of keys is not closed. Later mistakes in this front matter are not shown.");
            return null;
        }
    }

    private Node Take(IParser events, int depth)
    {
        var at = events.Current!.Start;
        if (depth > Deepest)
            throw new TooDeepException(at);

        switch (events.Current)
        {
            case Scalar word:
                events.MoveNext();
                // Written out such a character is found with the file; here it hides behind an escape.
                if (word.Value.AsSpan().ContainsAny(SourceText.Forbidden))
                    Report(at, "ENC003", "This value holds an escaped control character. Delete it.");
                return new Word(word.Value, Line(at), Column(at));
            case AnchorAlias alias:
                events.MoveNext();
                Report(at, "YAML003", $"Write the value of '*{alias.Value}' out.");
                return new Word("", Line(at), Column(at));
            case SequenceStart:
                return TakeMany(events, depth, at);
            case MappingStart:
                return TakePairs(events, depth, at);
            default:
                throw new YamlException(at, at, "This cannot stand here.");
        }
    }

    private Many TakeMany(IParser events, int depth, Mark at)
    {
        events.MoveNext();
        var items = new List<Node>();
        while (!events.TryConsume<SequenceEnd>(out _))
            items.Add(Take(events, depth + 1));
        return new(items, Line(at), Column(at));
    }

    private Pairs TakePairs(IParser events, int depth, Mark at)
    {
        events.MoveNext();
        var items = new List<(Word, Node)>();
        var seen = new HashSet<string>();
        while (!events.TryConsume<MappingEnd>(out _))
        {
            var name = Take(events, depth + 1);
            var value = Take(events, depth + 1);
            if (name is not Word key)
                report(name.Line, name.Column, "YAML001", "A key is one word.");
            else if (!seen.Add(key.Text))
                report(key.Line, key.Column, "KEY002", $"'{key.Text}' is given twice.");
            else
                items.Add((key, value));
        }

        return new(items, Line(at), Column(at));
    }

    private void Report(Mark at, string code, string sentence) => report(Line(at), Column(at), code, sentence);

    private int Line(Mark at) => firstLine + (int)Math.Max(0, at.Line - 1);

    private static int Column(Mark at) => (int)Math.Max(1, at.Column);

    // The library speaks to experts in YAML; these are the mistakes editors make.
    private static (string Code, string Sentence) Translate(YamlException wrong) => wrong switch
    {
        TooDeepException => ("YAML004", "This is nested too deep."),
        _ when wrong.Message.Contains("mapping values are not allowed", StringComparison.OrdinalIgnoreCase)
            || wrong.Message.Contains("invalid mapping", StringComparison.OrdinalIgnoreCase) =>
            ("YAML001", "Put quotes round a value that holds ': '."),
        _ when wrong.Message.Contains("indentation", StringComparison.OrdinalIgnoreCase) =>
            ("YAML001", "This line is indented differently from its neighbours."),
        _ when wrong.Message.Contains("end of stream", StringComparison.OrdinalIgnoreCase) =>
            ("YAML001", "A quote, bracket or brace is never closed."),
        _ when wrong.Message.Contains("could not find expected ':'", StringComparison.OrdinalIgnoreCase) =>
            ("YAML001", "A ':' is missing after this key."),
        _ when wrong.Message.Contains("cannot start any token", StringComparison.OrdinalIgnoreCase) =>
            ("YAML001", "Put quotes round a value that begins with this character."),
        _ => ("YAML001", $"This is not YAML ({wrong.Message.TrimEnd('.')}). Later mistakes in this front matter are not shown."),
    };

    private static (int Line, int Column)? TabIndent(string yaml)
    {
        var line = 0;
        foreach (var text in yaml.AsSpan().EnumerateLines())
        {
            var indent = text.Length - text.TrimStart(" \t").Length;
            var tab = text[..indent].IndexOf('\t');
            if (tab >= 0 && indent < text.Length)
                return (line, tab);
            line++;
        }

        return null;
    }

    private sealed class TooDeepException(Mark at) : YamlException(at, at, "too deep");
}
