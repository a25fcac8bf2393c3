using System.Text.Json;
using LastTrainHome.Library;

namespace LastTrainHome.Content;

internal static class SourceFile
{
    public static (IReadOnlyList<Source> Sources, IReadOnlyList<Problem> Problems) Read(ContentFile file)
    {
        using var document = JsonDocument.Parse(file.Bytes);
        return ([.. document.RootElement.EnumerateArray().Select(entry =>
        {
            var id = entry.GetProperty("id").GetString()!;
            return new Source { Key = $"sources/{id}", Slug = id, Title = entry.GetProperty("title").GetString()!, File = "sources.json", Csl = entry.GetRawText(), Short = id, ReferenceHtml = id };
        })], []);
    }
}
