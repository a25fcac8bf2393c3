namespace LastTrainHome.Tests;

/// <summary>The repository on disk, wherever the tests were built.</summary>
internal static class Repository
{
    private static readonly string Root = Find();

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "LastTrainHome.sln")))
                return folder.FullName;
        throw new DirectoryNotFoundException("The tests do not lie in the repository.");
    }
}
