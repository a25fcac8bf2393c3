using System.Text.RegularExpressions;

namespace LastTrainHome.Content.Markdown;

/// <summary>What stands in braces after a heading, a container or bracketed words: <c>{#id .class key=value key="two words"}</c>.</summary>
internal sealed partial class Attributes
{
    private readonly Dictionary<string, string> values = [];

    public string? Id { get; private set; }

    public string? Class { get; private set; }

    public IEnumerable<string> Keys => values.Keys;

    public string? this[string key] => values.GetValueOrDefault(key);

    /// <summary>The attributes that the whole text says, or null where it says something else.</summary>
    public static Attributes? Parse(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text is not ['{', .. var inside, '}'] || inside.Length > 2000)
            return null;

        var found = new Attributes();
        var rest = inside.ToString();
        var at = 0;
        foreach (Match part in Part().Matches(rest))
        {
            if (part.Index != at)
                return null;
            at = part.Index + part.Length;
            if (part.Groups["id"] is { Success: true } id)
                found.Id = id.Value;
            else if (part.Groups["class"] is { Success: true } name)
                found.Class = name.Value;
            else if (part.Groups["key"] is { Success: true } key && !found.values.TryAdd(key.Value, part.Groups["quoted"] is { Success: true } quoted ? quoted.Value : part.Groups["bare"].Value))
                return null;
        }

        return at == rest.Length && rest.Trim().Length > 0 ? found : null;
    }

    [GeneratedRegex("""\s*(?:#(?<id>[^\s#.={}"]+)|\.(?<class>[^\s#.={}"]+)|(?<key>[a-z_]+)=(?:"(?<quoted>[^"]*)"|(?<bare>[^\s"{}]+)))\s*""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Part();
}
