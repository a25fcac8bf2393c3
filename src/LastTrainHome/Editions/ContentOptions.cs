namespace LastTrainHome.Editions;

/// <summary>Where the content comes from.</summary>
public sealed class ContentOptions
{
    public const string Section = "Content";

    /// <summary>The content folder. The default is the folder <c>content</c> beside the program or above it.</summary>
    public string? Folder { get; set; }

    /// <summary>Whether a saved file is published while the site runs.</summary>
    public bool Watch { get; set; } = true;
}
