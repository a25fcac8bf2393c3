using LastTrainHome.Citations;
using LastTrainHome.Library;

namespace LastTrainHome.Content;

/// <summary>Reads <c>sources.json</c> as any content file is read: what is no text is not looked into.</summary>
internal static class SourceFile
{
    public static SourceList Read(ContentFile file, string writtenIn)
    {
        var problems = new List<Problem>();
        SourceText.Decode(file, problems);
        return problems.Count > 0 ? SourceList.Unreadable(problems) : SourceList.Read(file.Bytes, writtenIn);
    }
}
