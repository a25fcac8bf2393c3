using LastTrainHome.Citations;
using LastTrainHome.Library;

namespace LastTrainHome.Content;

/// <summary>The study's sources, read from <c>sources.json</c>.</summary>
/// <param name="Sources">In the order of a bibliography.</param>
/// <param name="Problems">What is wrong, in the order of the file.</param>
/// <param name="IsReadable">Whether the file is a list at all. If not, nothing is known about which sources exist.</param>
internal sealed record SourceFile(IReadOnlyList<Source> Sources, IReadOnlyList<Problem> Problems, bool IsReadable)
{
    /// <summary>A study without sources.</summary>
    public static SourceFile Empty { get; } = new([], [], true);

    /// <summary>Reads the file.</summary>
    /// <param name="file">CSL-JSON in UTF-8.</param>
    /// <param name="writtenIn">The language of the study (BCP 47).</param>
    public static SourceFile Read(ContentFile file, string writtenIn)
    {
        var problems = new List<Problem>();
        SourceText.Decode(file, problems);
        if (problems.Count > 0)
            return new([], problems, false);

        var list = SourceList.Read(file.Bytes, writtenIn);
        return new([.. list.Items.Select((item, position) => Row(item, file.Path, position))], [.. list.Errors.Select(error => ProblemOf(error, file.Path))], list.IsReadable);
    }

    private static Source Row(CslItem item, string path, int position) => new()
    {
        Key = PageKind.Source.Key(item.Id),
        Slug = item.Id,
        Title = item.Title,
        File = path,
        Position = position,
        Text = item.Text,
        Words = WordCount.Of(item.Text),
        Csl = item.Csl,
        Short = item.Short,
        ReferenceHtml = item.ReferenceHtml,
    };

    private static Problem ProblemOf(CslError error, string path)
    {
        var message = error.UnknownType is { } unknown ? error.Message.TrimEnd('.') + Spelling.DidYouMean(unknown, SourceList.Types) : error.Message;
        return new(path, error.Line, error.Column, Code(error.Kind), message);
    }

    private static string Code(CslErrorKind kind) => kind switch
    {
        CslErrorKind.NotCsl => "SRC001",
        CslErrorKind.MissingId => "SRC002",
        CslErrorKind.DuplicateId => "SRC003",
        CslErrorKind.MissingTitle => "SRC004",
        CslErrorKind.InvalidType => "SRC005",
        CslErrorKind.InvalidField => "SRC006",
        CslErrorKind.InvalidUrl => "SRC007",
        CslErrorKind.InvalidId => "SRC008",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
