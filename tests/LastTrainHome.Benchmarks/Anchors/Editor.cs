namespace LastTrainHome.Benchmarks.Anchors;

/// <summary>Somebody who edits a text, at random: now a few places, now a third of it.</summary>
/// <param name="text">The text, which is changed.</param>
/// <param name="prose">Where new words and sentences come from.</param>
/// <param name="random">Decides.</param>
/// <param name="strength">From 0 to 1: how much of the text is touched.</param>
internal sealed class Editor(TrackedText text, Prose prose, Random random, double strength)
{
    private readonly List<string> vocabulary = [.. text.Paragraphs.SelectMany(paragraph => paragraph).SelectMany(sentence => sentence.Words).Where(word => word.IsWord).Select(word => word.Spelling)];

    // What nobody could tell is not asked: which of two sentences that are the same was moved, or whether the same sentence was deleted here and written there.
    private readonly Dictionary<string, int> written = text.Paragraphs.SelectMany(paragraph => paragraph).CountBy(sentence => sentence.ToString()).ToDictionary();

    private List<List<Sentence>> Paragraphs => text.Paragraphs;

    private IEnumerable<Sentence> Sentences => Paragraphs.SelectMany(paragraph => paragraph);

    public void Misspell() => ChangeWords(0.08 * strength, word => char.IsLetter(word.Spelling[0]) && word.Spelling.Length is 1 or > 3 && !char.IsAscii(word.Spelling[0]) | word.Spelling.Length > 3, word => word with { Spelling = Slip(word.Spelling), IsChanged = true });

    public void CorrectNumbers() => ChangeWords(0.5 * strength, word => word.Spelling.Length > 1 && char.IsAsciiDigit(word.Spelling[0]), word =>
    {
        var digits = word.Spelling.ToCharArray();
        digits[^1] = (char)('0' + ((digits[^1] - '0' + random.Next(1, 10)) % 10));
        return word with { Spelling = new(digits), IsChanged = true };
    });

    public void Restyle()
    {
        ChangeWords(0.03 * strength, word => word.IsWord && char.IsAsciiLetter(word.Spelling[0]), word => word with { Spelling = char.IsLower(word.Spelling[0]) ? char.ToUpperInvariant(word.Spelling[0]) + word.Spelling[1..] : word.Spelling.ToLowerInvariant(), IsChanged = true });
        ChangeWords(strength, word => word.Spelling is "“" or "”" or "’", word => word with { Spelling = word.Spelling == "’" ? "'" : "\"" });
        foreach (var sentence in Sentences.Where(_ => random.NextDouble() < strength))
        {
            var commas = Enumerable.Range(0, sentence.Words.Count).Where(at => sentence.Words[at].Spelling is "," or "，").ToList();
            if (commas.Count > 0 && random.Next(2) == 0)
                sentence.Words.RemoveAt(Prose.Pick(random, commas));
            else if (sentence.Words.Count > 4)
                sentence.Words.Insert(random.Next(2, sentence.Words.Count - 1), new(prose.Language == "Chinese" ? "，" : ",", TrackedText.NoIdentity, false, false, false));
        }
    }

    public void Reword()
    {
        foreach (var sentence in Sentences.Where(_ => random.NextDouble() < strength))
            for (var times = random.Next(1, 4); times > 0 && sentence.Words.Count > 3; times--)
            {
                var at = random.Next(sentence.Words.Count - 1);
                var out_ = random.Next(0, 3);
                for (; out_ > 0 && sentence.Words.Count > at + 1; out_--)
                    sentence.Words.RemoveAt(at);
                sentence.Words.InsertRange(at, Enumerable.Range(0, random.Next(0, 4)).Select(_ => NewWord(sentence, at)).ToList());
            }
    }

    public void Rewrite()
    {
        foreach (var paragraph in Paragraphs)
            for (var at = 0; at < paragraph.Count; at++)
                if (random.NextDouble() < 0.4 * strength && NewSentence() is var other && !IsHalfTheSame(paragraph[at], other))
                    paragraph[at] = other;
    }

    public void InsertSentences() => Times(0.4, () => Insert(NewSentence()));

    public void InsertLookAlikes() => Times(0.4, () => Insert(LookAlike(AnySentence())));

    public void InsertParagraphs() => Times(0.12, () => Paragraphs.Insert(random.Next(Paragraphs.Count + 1), [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => NewSentence())]));

    public void DeleteSentences()
    {
        foreach (var paragraph in Paragraphs)
            paragraph.RemoveAll(_ => random.NextDouble() < 0.4 * strength);
    }

    public void DeleteParagraphs() => Paragraphs.RemoveAll(_ => random.NextDouble() < 0.5 * strength);

    public void MoveSentences() => Times(0.15, () =>
    {
        if (Place() is var place && !HasTwin(place.Paragraph[place.At]))
            Insert(Take(place));
    });

    public void MoveParagraphs() => Times(0.06, () =>
    {
        var from = random.Next(Paragraphs.Count);
        var paragraph = Paragraphs[from];
        Paragraphs.RemoveAt(from);
        Paragraphs.Insert(random.Next(Paragraphs.Count + 1), paragraph);
    });

    public void SplitAndMerge() => Times(0.2, () =>
    {
        var at = random.Next(Paragraphs.Count);
        var paragraph = Paragraphs[at];
        if (paragraph.Count > 1 && random.Next(2) == 0)
        {
            var cut = random.Next(1, paragraph.Count);
            Paragraphs.Insert(at + 1, paragraph[cut..]);
            paragraph.RemoveRange(cut, paragraph.Count - cut);
        }
        else if (at + 1 < Paragraphs.Count)
        {
            paragraph.AddRange(Paragraphs[at + 1]);
            Paragraphs.RemoveAt(at + 1);
        }
    });

    public void Swap() => Times(0.15, () =>
    {
        var (paragraph, at) = Place();
        if (at + 1 < paragraph.Count && !HasTwin(paragraph[at]) && !HasTwin(paragraph[at + 1]))
            (paragraph[at], paragraph[at + 1]) = (paragraph[at + 1], paragraph[at]);
    });

    /// <summary>Of two sentences that are the same one is removed; half the time what stands round the other is edited too.</summary>
    public void RemoveTwins()
    {
        foreach (var twins in Sentences.GroupBy(sentence => sentence.ToString()).Where(twins => twins.Count() > 1).ToList())
            if (random.NextDouble() < 0.3 + strength)
                RemoveOne([.. twins]);
    }

    /// <summary>The same for sentences that differ in a few words.</summary>
    public void RemoveLookAlikes()
    {
        foreach (var alike in Sentences.Where(sentence => sentence.Count is > 3 and < 30).GroupBy(sentence => string.Join(' ', sentence.Words.Where(word => word.IsWord).Select(word => word.Spelling).TakeLast(2))).Where(alike => alike.Count() > 1).ToList())
            if (random.NextDouble() < 0.3 + strength)
                RemoveOne([.. alike]);
    }

    /// <summary>A big revision.</summary>
    public void DoAll()
    {
        strength /= 3;
        foreach (var step in new Action[] { RemoveTwins, DeleteParagraphs, MoveParagraphs, DeleteSentences, MoveSentences, Swap, Rewrite, InsertParagraphs, InsertSentences, InsertLookAlikes, SplitAndMerge, Reword, CorrectNumbers, Misspell })
            step();
    }

    // A sentence of which half stays is edited, and not rewritten.
    private static bool IsHalfTheSame(Sentence one, Sentence other) =>
        2 * one.Words.Where(word => word.IsWord).Select(word => word.Spelling).Intersect(other.Words.Select(word => word.Spelling)).Count() >= Math.Min(one.Count, other.Count);

    private void RemoveOne(List<Sentence> alike)
    {
        var gone = Prose.Pick(random, alike);
        foreach (var paragraph in Paragraphs)
            for (var at = paragraph.Count - 1; at >= 0; at--)
                if (ReferenceEquals(paragraph[at], gone))
                    paragraph.RemoveAt(at);
                else if (alike.Any(other => ReferenceEquals(other, paragraph[at])) && random.Next(2) == 0)
                    for (var beside = Math.Max(0, at - 1); beside < Math.Min(paragraph.Count, at + 2); beside++)
                        if (beside != at && paragraph[beside].Words is { Count: > 3 } words)
                            words[beside < at ? words.Count - 2 : 0] = NewWord(paragraph[beside], 0);
    }

    /// <summary>Another sentence with most of the words of one.</summary>
    private Sentence LookAlike(Sentence sentence)
    {
        if (random.Next(3) == 0)
            return NewFormula();
        var share = 0.2 + (0.4 * random.NextDouble());
        return new([.. sentence.Words.Select(word => word.IsWord && random.NextDouble() < share ? NewWord(sentence, 0) with { IsSpaced = word.IsSpaced } : word with { Identity = TrackedText.NoIdentity })]);
    }

    private string Slip(string word)
    {
        var at = random.Next(word.Length - 1 == 0 ? 1 : word.Length - 1);
        var letter = Prose.Pick(random, vocabulary.Where(other => char.IsLetter(other[0]) && char.IsAscii(other[0]) == char.IsAscii(word[0])).Take(400).ToList())[0];
        return word.Length == 1 ? letter.ToString() : random.Next(4) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, char.ToLowerInvariant(letter).ToString()),
            2 => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
            _ => word[..at] + char.ToLowerInvariant(letter) + word[(at + 1)..],
        };
    }

    private Word NewWord(Sentence sentence, int at) =>
        new(Prose.Pick(random, vocabulary), TrackedText.NoIdentity, true, prose.Language != "Chinese" && (at > 0 || sentence.Words is [{ IsSpaced: true }, ..]), false);

    private Sentence NewSentence()
    {
        var sentence = random.Next(4) == 0 ? NewFormula() : TrackedText.New(Prose.Pick(random, prose.Strangers));
        return sentence;
    }

    private Sentence NewFormula()
    {
        var formula = prose.Formulas(random);
        while (written.ContainsKey(formula))
            formula = prose.Formulas(random);
        return TrackedText.New(formula);
    }

    private Sentence AnySentence() => Place() is var (paragraph, at) ? paragraph[at] : throw new InvalidOperationException();

    private (List<Sentence> Paragraph, int At) Place()
    {
        var paragraph = Prose.Pick(random, Paragraphs.Where(paragraph => paragraph.Count > 0).ToList());
        return (paragraph, random.Next(paragraph.Count));
    }

    private bool HasTwin(Sentence sentence) => written.GetValueOrDefault(sentence.ToString()) > 1;

    private static Sentence Take((List<Sentence> Paragraph, int At) place)
    {
        var sentence = place.Paragraph[place.At];
        place.Paragraph.RemoveAt(place.At);
        return sentence;
    }

    private void Insert(Sentence sentence)
    {
        var (paragraph, at) = Place();
        paragraph.Insert(at, sentence);
    }

    private void Times(double share, Action edit)
    {
        for (var times = Math.Max(1, (int)(share * strength * Sentences.Count())); times > 0; times--)
            edit();
    }

    private void ChangeWords(double share, Func<Word, bool> can, Func<Word, Word> change)
    {
        foreach (var sentence in Sentences)
            for (var at = 0; at < sentence.Words.Count; at++)
                if (can(sentence.Words[at]) && random.NextDouble() < share)
                    sentence.Words[at] = change(sentence.Words[at]);
    }
}
