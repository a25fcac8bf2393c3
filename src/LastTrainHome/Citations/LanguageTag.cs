using System.Text.RegularExpressions;

namespace LastTrainHome.Citations;

/// <summary>The language an entry names. Reference managers let people write anything there.</summary>
internal static partial class LanguageTag
{
    /// <summary>The tag to mark a text with, where it is in another language than the study; else null. What is no tag marks nothing.</summary>
    public static string? Foreign(string? language, string writtenIn)
    {
        var tag = language?.Replace('_', '-');
        return tag is not null && Form().IsMatch(tag) && !Narrows(tag, writtenIn) && !Narrows(writtenIn, tag) ? tag : null;
    }

    // en-GB narrows en: for a reader it is the same language.
    private static bool Narrows(string tag, string other) =>
        tag.StartsWith(other, StringComparison.OrdinalIgnoreCase) && (tag.Length == other.Length || tag[other.Length] == '-');

    [GeneratedRegex(@"\A[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}\z")]
    private static partial Regex Form();
}
