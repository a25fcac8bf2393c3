using System.Globalization;
using LastTrainHome.Web.Logging;
using Serilog.Events;
using Serilog.Parsing;
using Xunit;

namespace LastTrainHome.Tests.Web.Logging;

public sealed class LogFormatterTests
{
    private const string Forged = "x\r\n[22:00:00 ERR] forged \u001b[2J\u0085\u2028\u2029\u202e\u2066";
    private const string Harmless = @"x\r\n[22:00:00 ERR] forged \u001B[2J\u0085\u2028\u2029\u202E\u2066";

    [Theory]
    [InlineData("a\tb", @"a\tb")]
    [InlineData("\0\u007f\u009b", @"\u0000\u007F\u009B")]
    [InlineData("\U000e0041", @"\uDB40\uDC41")]
    [InlineData("归途列车, промысел, 🚆", "归途列车, промысел, 🚆")]
    [InlineData(@"C:\new", @"C:\new")]
    public void Only_what_cannot_be_seen_is_escaped(string text, string escaped) => Assert.Equal(escaped, LogFormatter.Escape(text));

    [Fact]
    public void Half_a_character_is_escaped() => Assert.Equal(@"a\uD800b", LogFormatter.Escape("a" + (char)0xD800 + "b"));

    [Fact]
    public void An_event_is_one_line_whatever_its_properties_and_its_message_hold()
    {
        Assert.Equal($"[08:30:00 WRN] a\\nb {Harmless}\n", Written("a\nb {Path}", Forged));
    }

    [Fact]
    public void An_exceptions_message_is_one_line_and_its_causes_follow()
    {
        var failure = Thrown(new InvalidOperationException(Forged, Thrown(new AggregateException("many", new ArgumentException("one\n   at Forged()"), new IOException("two")))));

        var lines = Written("It failed", "", failure).TrimEnd('\n').Split('\n');

        Assert.Equal(
            ["[08:30:00 WRN] It failed", $"System.InvalidOperationException: {Harmless}", " ---> System.AggregateException: many (one\\n   at Forged()) (two)", " ---> System.ArgumentException: one\\n   at Forged()", " ---> System.IO.IOException: two"],
            lines.Where(line => !line.StartsWith("   at ", StringComparison.Ordinal)));
        Assert.Equal(2, lines.Count(line => line.StartsWith($"   at {typeof(LogFormatterTests).FullName}.{nameof(Thrown)}", StringComparison.Ordinal)));
    }

    private static string Written(string template, string path, Exception? failure = null)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var happened = new LogEvent(
            new(2026, 11, 2, 8, 30, 0, TimeSpan.Zero), LogEventLevel.Warning, failure, new MessageTemplateParser().Parse(template), [new("Path", new ScalarValue(path))]);
        new LogFormatter("[{Timestamp:HH:mm:ss} {Level:u3}]").Format(happened, output);
        return output.ToString();
    }

    private static Exception Thrown(Exception failure)
    {
        try
        {
            throw failure;
        }
        catch (Exception caught) when (caught == failure)
        {
            return caught;
        }
    }
}
