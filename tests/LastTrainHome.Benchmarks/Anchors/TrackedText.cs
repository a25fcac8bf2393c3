using System.Text;
using System.Text.RegularExpressions;

namespace LastTrainHome.Benchmarks.Anchors;

/// <summary>A text whose words know which they were before an edit: a word that an edit only moves or misspells keeps its identity, one that is put in
/// has none. So it is known where every word went, whatever it looks like.</summary>
internal sealed partial class TrackedText
{
    public const int NoIdentity = -1;

    /// <summary>Paragraphs of sentences of words.</summary>
    public List<List<Sentence>> Paragraphs { get; private init; } = [];

    // A space between sentences, unless the language writes none.
    private bool PartsSentences { get; init; }

    /// <summary>Cuts a text: a paragraph a line. Every word gets an identity.</summary>
    public static TrackedText Parse(string text)
    {
        var identity = 0;
        var paragraphs = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => SentencesOf(line, () => identity++)).Where(sentences => sentences.Count > 0);
        return new() { Paragraphs = [.. paragraphs], PartsSentences = text.Contains(". ", StringComparison.Ordinal) };
    }

    /// <summary>A sentence that is new to a text.</summary>
    public static Sentence New(string sentence) => new([.. SentencesOf(sentence, () => NoIdentity).SelectMany(part => part.Words)]);

    public TrackedText Copy() => new() { PartsSentences = PartsSentences, Paragraphs = [.. Paragraphs.Select(paragraph => paragraph.Select(sentence => new Sentence([.. sentence.Words])).ToList())] };

    /// <summary>The text, and where each of its words stands.</summary>
    public (string Text, List<PlacedWord> Words) Write()
    {
        var (text, words) = (new StringBuilder(), new List<PlacedWord>());
        foreach (var paragraph in Paragraphs.Where(paragraph => paragraph.Any(sentence => sentence.Words.Count > 0)))
        {
            if (text.Length > 0)
                text.Append('\n');
            var isFirst = true;
            foreach (var sentence in paragraph)
            {
                foreach (var (at, word) in sentence.Words.Index())
                {
                    if (!isFirst && (at == 0 ? PartsSentences : word.IsSpaced))
                        text.Append(' ');
                    words.Add(new(word, text.Length, text.Length + word.Spelling.Length));
                    text.Append(word.Spelling);
                    isFirst = false;
                }
            }
        }

        return (text.ToString(), words);
    }

    private static List<Sentence> SentencesOf(string line, Func<int> identity)
    {
        var (sentences, current, ended) = (new List<Sentence>(), new List<Word>(), false);
        foreach (Match match in WordOrMark().Matches(line))
        {
            var spaced = match.Index > 0 && line[match.Index - 1] == ' ';
            if (ended && (spaced || (current[^1].Spelling is "。" or "？" or "！" && match.Value is not "”")))
            {
                sentences.Add(new(current));
                (current, ended) = ([], false);
            }

            var isWord = char.IsLetterOrDigit(match.Value[0]);
            current.Add(new(match.Value, identity(), isWord, spaced, IsChanged: false));
            ended = match.Value is "." or "?" or "!" or "。" or "？" or "！" || (ended && !isWord);
        }

        if (current.Count > 0)
            sentences.Add(new(current));
        return sentences;
    }

    // A Han character, a number, a word with its inner apostrophes, or one mark.
    [GeneratedRegex(@"[\u4E00-\u9FFF]|\d+(?:[.,]\d+)*|[\p{L}\p{M}-[\u4E00-\u9FFF]]+(?:['’][\p{L}\p{M}]+)*|\S")]
    private static partial Regex WordOrMark();
}

/// <summary>A sentence of a tracked text.</summary>
internal sealed record Sentence(List<Word> Words)
{
    public int Count => Words.Count(word => word.IsWord);

    public override string ToString() => string.Concat(Words.Select(word => (word.IsSpaced ? " " : "") + word.Spelling)).Trim();
}

/// <summary>A word or a mark.</summary>
/// <param name="Spelling">As it is written.</param>
/// <param name="Identity">Which word of the text before the edit it is, or <see cref="TrackedText.NoIdentity"/>.</param>
/// <param name="IsWord">Whether it is no mark.</param>
/// <param name="IsSpaced">Whether a space stands before it.</param>
/// <param name="IsChanged">Whether the edit changed its spelling.</param>
internal readonly record struct Word(string Spelling, int Identity, bool IsWord, bool IsSpaced, bool IsChanged);

/// <summary>A word and where it stands, in UTF-16 code units.</summary>
internal readonly record struct PlacedWord(Word Word, int Start, int End);
