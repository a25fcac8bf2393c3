using Markdig.Extensions.CustomContainers;

namespace LastTrainHome.Content.Markdown;

/// <summary>What a container says of itself on its first line: <c>::: question {#who-is-counted}</c>.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Attributes">What stands in braces; null where nothing does, or nothing that can be read.</param>
/// <param name="IsReadable">Whether all of the line was understood.</param>
internal sealed record Container(string Name, Attributes? Attributes, bool IsReadable)
{
    public string? this[string key] => Attributes?[key];

    public static Container Of(CustomContainer block)
    {
        var said = $"{block.Info} {block.Arguments}".Trim();
        var brace = said.IndexOf('{', StringComparison.Ordinal);
        if (brace < 0)
            return new(said, null, !said.Contains(' ', StringComparison.Ordinal));
        var attributes = Attributes.Parse(said.AsSpan(brace));
        return new(said[..brace].Trim(), attributes, attributes is not null);
    }
}
