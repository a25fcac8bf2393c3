namespace LastTrainHome.Store;

/// <summary>Where the site keeps what it must not lose.</summary>
public sealed class DataOptions
{
    public const string Section = "Data";

    /// <summary>The data folder. Without it, <c>data</c> beside the content folder.</summary>
    public string? Folder { get; set; }
}

/// <summary>Which database the study store is.</summary>
public sealed class StoreOptions
{
    public const string Section = "Store";

    /// <summary><c>Sqlite</c>: one file in the data folder.</summary>
    public string Provider { get; set; } = "Sqlite";
}
