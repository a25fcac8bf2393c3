using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace LastTrainHome.Web.Charts;

/// <summary>Writes SVG elements in sequence. Attribute values and text are encoded; an attribute whose value is null is left out.</summary>
internal sealed class Svg
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder markup = new();

    /// <summary>Opens an element; <see cref="End"/> closes it.</summary>
    public Svg Start(string name, params ReadOnlySpan<(string Name, object? Value)> attributes) => Tag(name, attributes, ">");

    public Svg End(string name)
    {
        markup.Append("</").Append(name).Append('>');
        return this;
    }

    /// <summary>An element without content.</summary>
    public Svg Empty(string name, params ReadOnlySpan<(string Name, object? Value)> attributes) => Tag(name, attributes, "/>");

    public Svg Text(string text)
    {
        markup.Append(Encoder.Encode(text));
        return this;
    }

    public override string ToString() => markup.ToString();

    private Svg Tag(string name, ReadOnlySpan<(string Name, object? Value)> attributes, string end)
    {
        markup.Append('<').Append(name);
        foreach (var (attribute, value) in attributes)
            if (value is not null)
                markup.Append(' ').Append(attribute).Append("=\"").Append(Encoder.Encode(Convert.ToString(value, CultureInfo.InvariantCulture)!)).Append('"');
        markup.Append(end);
        return this;
    }
}
