namespace LastTrainHome.Editions;

/// <summary>Which program wrote a library file. Files of another version are written again from the recorded edition.</summary>
public static class Engine
{
    /// <summary>Raised whenever the same content files would be rendered or indexed differently. A change of the tables is seen without it.</summary>
    public const int Version = 7;
}
