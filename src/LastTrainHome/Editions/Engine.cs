namespace LastTrainHome.Editions;

/// <summary>The version of everything that turns content into a library file. Files of another version are rebuilt from the recorded
/// edition.</summary>
public static class Engine
{
    /// <summary>Raised whenever the same content files would be rendered or indexed differently. A change of the schema is detected without
    /// it.</summary>
    public const int Version = 7;
}
