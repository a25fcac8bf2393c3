using LastTrainHome.Store;

namespace LastTrainHome.Editions;

/// <summary>Where this study's content is, and where its data goes.</summary>
/// <param name="Content">The content folder as a full path; null where there is none.</param>
/// <param name="Data">The data folder.</param>
public sealed record StudyFolders(string? Content, string Data)
{
    /// <summary>Finds both as the settings say. The defaults are the content folder beside the program or above it, and <c>data</c> beside
    /// that folder.</summary>
    /// <exception cref="CannotRunException">The settings name a content folder that does not exist.</exception>
    public static StudyFolders Find(ContentOptions content, DataOptions data)
    {
        if (content.Folder is { Length: > 0 } named && !Directory.Exists(named))
            throw new CannotRunException(
                $"There is no content folder '{Path.GetFullPath(named)}'. Set Content:Folder to a folder that exists.");

        var folder = content.Folder is { Length: > 0 } given ? Path.GetFullPath(given) : Nearest();
        var besideContent = Path.Combine(Path.GetDirectoryName(folder) ?? AppContext.BaseDirectory, "data");
        return new(folder, data.Folder is { Length: > 0 } wanted ? Path.GetFullPath(wanted) : besideContent);
    }

    /// <summary>The content folder beside the program or above it, or null.</summary>
    public static string? Nearest()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "content", "documentary.md")))
                return Path.Combine(folder.FullName, "content");
        return null;
    }
}
