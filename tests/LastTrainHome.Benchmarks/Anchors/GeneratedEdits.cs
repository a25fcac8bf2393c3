using LastTrainHome.Notes.Anchoring;

namespace LastTrainHome.Benchmarks.Anchors;

/// <summary>Texts with notes, edited at random, and where each note's words really went.</summary>
internal static class GeneratedEdits
{
    private const int NotesOfText = 120;

    /// <summary>Makes one text with one edit, and hands over each of its notes.</summary>
    public static Case Make(Prose prose, Edit edit, int seed, double strength)
    {
        var random = new Random(seed);
        var before = TrackedText.Parse(Compose(prose, random));
        var after = before.Copy();
        var (oldText, oldWords) = before.Write();
        edit.Apply(new(after, prose, random, strength));
        var (newText, newWords) = after.Write();
        var places = newWords.Index().Where(word => word.Item.Word.Identity != TrackedText.NoIdentity).ToDictionary(word => word.Item.Word.Identity, word => word.Index);
        var notes = Enumerable.Range(0, NotesOfText).Select(_ => Passage(before, oldWords, random)).Distinct().ToList();
        return new(oldText, newText, notes, [.. notes.Select(note => new Truth(note, oldWords, newWords, places))]);
    }

    // Paragraphs of the prose, with formulas among their sentences, and a few sentences that stand there twice.
    private static string Compose(Prose prose, Random random)
    {
        var space = prose.Language == "Chinese" ? "" : " ";
        var paragraphs = Enumerable.Range(0, prose.Paragraphs.Count).ToArray();
        random.Shuffle(paragraphs);
        var text = paragraphs[..Math.Min(14, paragraphs.Length)]
            .Select(paragraph => TrackedText.Parse(prose.Paragraphs[paragraph]).Paragraphs[0].Select(sentence => sentence.ToString()).ToList()).ToList();
        for (var times = 0; times < 10; times++)
            Put(prose.Formulas(random));
        for (var times = 0; times < 4; times++)
            Put(Prose.Pick(random, Prose.Pick(random, text)));
        // Of two that stand side by side nobody could tell which one was removed.
        for (var at = 0; at < text.Count; at++)
            text[at] = [.. text[at].Where((sentence, place) => place == 0 ? at == 0 || text[at - 1] is not [.., var last] || sentence != last : sentence != text[at][place - 1])];
        return string.Join('\n', text.Where(paragraph => paragraph.Count > 0).Select(paragraph => string.Join(space, paragraph)));

        void Put(string sentence)
        {
            var paragraph = Prose.Pick(random, text);
            paragraph.Insert(random.Next(paragraph.Count + 1), sentence);
        }
    }

    private static TextRange Passage(TrackedText text, List<PlacedWord> words, Random random)
    {
        var at = random.Next(words.Count);
        var (from, to) = (at, at);
        switch (random.Next(20))
        {
            case < 7: // a sentence
                (from, to) = (StartOf(at), EndOf(at));
                break;
            case < 9: // two to four sentences, perhaps of two paragraphs
                (from, to) = (StartOf(at), EndOf(at));
                for (var more = random.Next(1, 4); more > 0 && to + 1 < words.Count; more--)
                    to = EndOf(to + 1);
                break;
            case < 15: // a phrase
                to = Math.Min(words.Count - 1, at + random.Next(2, 10));
                break;
            case < 18: // a word, or two characters
                while (words[at].Word is { IsWord: false } or { Spelling.Length: < 4 } && at + 1 < words.Count && char.IsAscii(words[at].Word.Spelling[0]))
                    at++;
                (from, to) = (at, char.IsAscii(words[at].Word.Spelling[0]) ? at : Math.Min(words.Count - 1, at + 1));
                break;
            default: // a paragraph
                var (first, last) = ParagraphOf(words[at].Word.Identity);
                (from, to) = (words.FindIndex(word => word.Word.Identity == first), words.FindIndex(word => word.Word.Identity == last));
                break;
        }

        while (from < to && !words[from].Word.IsWord)
            from++;
        while (from > 0 && !words[to].Word.IsWord && !words[from].Word.IsWord)
            from--;
        // One character is no passage.
        if (to - from < 2 && words[from].End - words[from].Start == 1)
            from = Math.Max(0, from - 2);
        return new(words[from].Start, words[to].End);

        int StartOf(int at) => words.FindIndex(word => word.Word.Identity == SentenceOf(words[at].Word.Identity).Words[0].Identity);
        int EndOf(int at) => words.FindIndex(word => word.Word.Identity == SentenceOf(words[at].Word.Identity).Words[^1].Identity);
        Sentence SentenceOf(int identity) => text.Paragraphs.SelectMany(paragraph => paragraph).First(sentence => sentence.Words[^1].Identity >= identity);
        (int, int) ParagraphOf(int identity) => text.Paragraphs.First(paragraph => paragraph[^1].Words[^1].Identity >= identity) is var paragraph
            ? (paragraph[0].Words[0].Identity, paragraph[^1].Words[^1].Identity)
            : default;
    }

    /// <summary>A text before and after an edit, with notes and what became of them.</summary>
    internal sealed record Case(string OldText, string NewText, IReadOnlyList<TextRange> Notes, IReadOnlyList<Truth> Truths);
}
