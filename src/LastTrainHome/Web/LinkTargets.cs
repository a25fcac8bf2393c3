using System.Text.RegularExpressions;

namespace LastTrainHome.Web;

/// <summary>Numbers the links of a text, so that on paper each can be found in the list of addresses at its end.</summary>
/// <param name="Html">The text, every link that leads off the page with its number: <c>data-n="3"</c>.</param>
/// <param name="Targets">The addresses, in the order of their numbers.</param>
public sealed partial record LinkTargets(string Html, List<string> Targets)
{
    public static LinkTargets Number(string html)
    {
        var targets = new List<string>();
        var numbers = new Dictionary<string, int>();
        var numbered = Link().Replace(html, link =>
        {
            var target = link.Groups[1].Value;
            if (!numbers.TryGetValue(target, out var number))
            {
                targets.Add(target);
                numbers[target] = number = targets.Count;
            }

            return $"{link.Value} data-n=\"{number}\"";
        });
        return new(numbered, targets);
    }

    // Links within the page lead nowhere on paper that paper does not have.
    [GeneratedRegex("<a (?:class=\"[^\"]*\" )?href=\"([^#\"][^\"]*)\"")]
    private static partial Regex Link();
}
