namespace LastTrainHome.Benchmarks.Anchors;

/// <summary>A kind of edit.</summary>
/// <param name="Name">As it is printed.</param>
/// <param name="Apply">Edits a text.</param>
internal sealed record Edit(string Name, Action<Editor> Apply)
{
    public static readonly IReadOnlyList<Edit> All =
    [
        new("typos", editor => editor.Misspell()),
        new("numbers corrected", editor => editor.CorrectNumbers()),
        new("punctuation and case", editor => editor.Restyle()),
        new("wording", editor => editor.Reword()),
        new("sentences rewritten", editor => editor.Rewrite()),
        new("sentences inserted", editor => editor.InsertSentences()),
        new("look-alikes inserted", editor => editor.InsertLookAlikes()),
        new("paragraphs inserted", editor => editor.InsertParagraphs()),
        new("sentences deleted", editor => editor.DeleteSentences()),
        new("paragraphs deleted", editor => editor.DeleteParagraphs()),
        new("sentences moved", editor => editor.MoveSentences()),
        new("paragraphs moved", editor => editor.MoveParagraphs()),
        new("paragraphs split, merged", editor => editor.SplitAndMerge()),
        new("sentences swapped", editor => editor.Swap()),
        new("a twin removed", editor => editor.RemoveTwins()),
        new("a look-alike removed", editor => editor.RemoveLookAlikes()),
        new("all at once", editor => editor.DoAll()),
    ];
}
