using System.Globalization;
using System.Text;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Display;

namespace LastTrainHome.Web.Logging;

/// <summary>Writes an event as one line, and its exception below it. What a request carries cannot begin a line of its own, reach the terminal as an
/// escape sequence, or turn the order of letters round: such characters are written as <c>\n</c> or <c>\u001B</c>.</summary>
/// <param name="time">How the time is written.</param>
internal sealed class LogFormatter(string time) : ITextFormatter
{
    private readonly MessageTemplateTextFormatter line = new($"{time} {{Message:lj}}", CultureInfo.InvariantCulture);

    public void Format(LogEvent logEvent, TextWriter output)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        line.Format(logEvent, text);
        output.WriteLine(Escape(text.ToString()));
        Write(logEvent.Exception, "", output);
    }

    /// <summary>The same text on one line, with every character that is not to be seen written as its number.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var isWhole = Rune.TryGetRuneAt(text, at, out var rune);
            var length = isWhole ? rune.Utf16SequenceLength : 1;
            if (isWhole && IsVisible(rune))
                escaped.Append(text, at, length);
            else
                foreach (var unit in text.AsSpan(at, length))
                    escaped.Append(unit switch { '\n' => @"\n", '\r' => @"\r", '\t' => @"\t", _ => $@"\u{(int)unit:X4}" });
            at += length;
        }

        return escaped.ToString();
    }

    // Line and paragraph separators, U+0085 among the controls, the marks that turn the direction of writing among the formats.
    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    // Not the exception's own text: a message of several lines could pass for frames of the stack, or for another event.
    private static void Write(Exception? failure, string lead, TextWriter output)
    {
        if (failure is null)
            return;
        output.WriteLine($"{lead}{failure.GetType()}: {Escape(failure.Message)}");
        if (failure.StackTrace is { } stack)
            output.WriteLine(stack);
        foreach (var inner in failure is AggregateException many ? many.InnerExceptions : failure.InnerException is { } one ? [one] : (IReadOnlyList<Exception>)[])
            Write(inner, " ---> ", output);
    }
}
