namespace LastTrainHome.Notes.Anchoring;

/// <summary>A text as its tokens: words, single characters of scripts that part no words, and punctuation marks. White space is between them.
/// Tokens are named by their position, from 0.</summary>
internal sealed class TokenizedText
{
    private readonly int[] starts;
    private readonly int[] ends;
    private readonly int[] wordsBefore;
    private readonly int[] lengthBefore;
    private readonly int[] sentences;
    private readonly int[] paragraphs;
    private readonly int[] sentenceStarts;
    private readonly int[] paragraphStarts;

    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens in order.</param>
    public TokenizedText(string text, List<Token> tokens)
    {
        Text = text;
        (starts, ends, Numbers) = (new int[tokens.Count], new int[tokens.Count], new int[tokens.Count]);
        (wordsBefore, lengthBefore) = (new int[tokens.Count + 1], new int[tokens.Count + 1]);
        (sentences, paragraphs) = (new int[tokens.Count], new int[tokens.Count]);
        var (sentenceList, paragraphList) = (new List<int>(), new List<int>());
        for (var at = 0; at < tokens.Count; at++)
        {
            var token = tokens[at];
            (starts[at], ends[at], Numbers[at]) = (token.Start, token.End, token.Number);
            wordsBefore[at + 1] = wordsBefore[at] + (token.Kind == TokenKind.Mark ? 0 : 1);
            lengthBefore[at + 1] = lengthBefore[at] + (int)token.Kind;
            if (token.StartsParagraph)
                paragraphList.Add(at);
            if (token.StartsSentence)
                sentenceList.Add(at);
            (sentences[at], paragraphs[at]) = (sentenceList.Count - 1, paragraphList.Count - 1);
        }

        (sentenceStarts, paragraphStarts) = ([.. sentenceList, tokens.Count], [.. paragraphList, tokens.Count]);
    }

    public string Text { get; }

    /// <summary>The number of each token in the vocabulary.</summary>
    public int[] Numbers { get; }

    public int Count => Numbers.Length;

    public int Start(int token) => starts[token];

    public int End(int token) => ends[token];

    public ReadOnlySpan<char> Spelling(int token) => Text.AsSpan(starts[token]..ends[token]);

    /// <summary>How many words stand from one token up to another, each character of a script without spaces being a word.</summary>
    public int Words(int from, int to) => wordsBefore[to] - wordsBefore[from];

    /// <summary>How long the text is from one token up to another, in half words: a word is two, a character of a script without spaces is one,
    /// since it takes about two of them to say what a word says.</summary>
    public int Length(int from, int to) => lengthBefore[to] - lengthBefore[from];

    public bool IsMark(int token) => Words(token, token + 1) == 0;

    /// <summary>The position of a token's sentence among the sentences.</summary>
    public int Sentence(int token) => sentences[token];

    public int Paragraph(int token) => paragraphs[token];

    public int SentenceCount => sentenceStarts.Length - 1;

    /// <summary>The first token of a sentence; for the sentence after the last, the count of tokens.</summary>
    public int SentenceStart(int sentence) => sentenceStarts[sentence];

    public int ParagraphStart(int paragraph) => paragraphStarts[paragraph];

    /// <summary>The first token that ends after an offset, or the count of tokens.</summary>
    public int FirstEndingAfter(int offset)
    {
        var at = Array.BinarySearch(ends, offset);
        return at < 0 ? ~at : at + 1;
    }

    /// <summary>The first token that starts at an offset or after it, or the count of tokens.</summary>
    public int FirstStartingAt(int offset)
    {
        var at = Array.BinarySearch(starts, offset);
        return at < 0 ? ~at : at;
    }
}

/// <summary>What a token is, and its length in half words.</summary>
internal enum TokenKind
{
    /// <summary>A punctuation mark or another symbol.</summary>
    Mark,

    /// <summary>A character of a script that parts no words.</summary>
    Character,

    Word,
}

/// <summary>A token as it was cut from its text.</summary>
internal readonly record struct Token(int Start, int End, int Number, TokenKind Kind, bool StartsSentence, bool StartsParagraph);
