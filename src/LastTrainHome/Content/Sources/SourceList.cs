using LastTrainHome.Citations;
using LastTrainHome.Content.Files;
using LastTrainHome.Library;

namespace LastTrainHome.Content.Sources;

/// <summary>The sources that <c>sources.json</c> lists, as rows of the library.</summary>
/// <param name="Sources">Every source with an id, in the order of a bibliography.</param>
/// <param name="Problems">What is wrong, in the order of the file.</param>
/// <param name="IsReadable">Whether the file is a list at all. If not, which sources exist is unknown.</param>
internal sealed record SourceList(IReadOnlyList<Source> Sources, IReadOnlyList<Problem> Problems, bool IsReadable)
{
    private const string Path = "sources.json";

    /// <summary>A study without the file.</summary>
    public static SourceList Empty { get; } = new([], [], IsReadable: true);

    /// <summary>Reads the file.</summary>
    /// <param name="file">CSL-JSON in UTF-8, with or without a byte-order mark.</param>
    /// <param name="writtenIn">The language of the study (BCP 47): a title in another is marked as such.</param>
    public static SourceList Read(ContentFile file, string writtenIn)
    {
        var problems = new List<Problem>();
        SourceText.Decode(file, problems);
        return problems.Count > 0 ? new([], problems, IsReadable: false) : Read(file.Bytes, writtenIn);
    }

    /// <summary>Reads the bytes of the file.</summary>
    public static SourceList Read(ReadOnlyMemory<byte> bytes, string writtenIn)
    {
        var read = Bibliography.Read(bytes, writtenIn);
        return new([.. read.Items.Select(RowOf)], [.. read.Errors.Select(ProblemOf)], read.IsReadable);
    }

    private static Source RowOf(BibliographyItem item, int position) => new()
    {
        Key = PageKind.Source.Key(item.Id),
        Slug = item.Id,
        Title = item.Title,
        File = Path,
        Position = position,
        Text = item.SearchText,
        Words = WordCount.Of(item.SearchText),
        Csl = item.Csl,
        Short = item.Short,
        ReferenceHtml = item.ReferenceHtml,
    };

    private static Problem ProblemOf(CslError error) => new(Path, error.Line, error.Column, error.Code, error.Misspelt is { } misspelt
        ? error.Message.TrimEnd('.') + Spelling.DidYouMean(misspelt.Written, misspelt.Allowed)
        : error.Message);
}
