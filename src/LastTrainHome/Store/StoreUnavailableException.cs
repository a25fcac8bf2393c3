namespace LastTrainHome.Store;

/// <summary>The study store cannot be read or written at this moment. Nothing of a write was kept. The message is one sentence for the person who
/// asked.</summary>
public sealed class StoreUnavailableException(StoreFault fault, Exception? cause = null) : Exception(Sentence(fault), cause)
{
    public StoreFault Fault { get; } = fault;

    private static string Sentence(StoreFault fault) => fault switch
    {
        StoreFault.Busy => "The site has too much to save just now. Please try again in a moment.",
        StoreFault.Full => "The site’s disk is full, so nothing can be saved until the operator makes room.",
        StoreFault.Locked => "Another program keeps the site from saving just now. Please try again in a moment.",
        StoreFault.Damaged => "The file in which the site keeps its classes and answers cannot be read. The operator must look into it.",
        StoreFault.Closed => "The site is being stopped. Please try again in a moment.",
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };
}

/// <summary>Why the study store is unavailable.</summary>
public enum StoreFault
{
    /// <summary>Too many writes are waiting already.</summary>
    Busy,

    /// <summary>The disk is full, or the file has reached its limit.</summary>
    Full,

    /// <summary>Another process holds the file, or it may not be written.</summary>
    Locked,

    /// <summary>The file is unreadable or damaged.</summary>
    Damaged,

    /// <summary>The store takes no more writes: the site is being stopped, or its writer has failed.</summary>
    Closed,
}
