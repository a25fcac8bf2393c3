namespace LastTrainHome.Store;

/// <summary>One write that waits for its turn, and the caller who waits for it.</summary>
internal abstract class PendingWrite
{
    /// <summary>Whether it saves on a connection of its own, and so cannot share a transaction.</summary>
    public bool IsAlone { get; init; }

    public abstract bool HasFailed { get; }

    /// <summary>Why it failed; null while it has not.</summary>
    public abstract Exception? Failure { get; }

    /// <summary>Runs it and keeps how it ended. Never throws.</summary>
    public abstract Task RunAsync(StudyDb db);

    /// <summary>Makes it end with a failure, however it ran.</summary>
    public abstract void Fail(Exception failure);

    /// <summary>Answers the caller. Only after this do they know that what they wrote is on the disk, or that nothing of it is.</summary>
    public abstract void Answer();
}

/// <inheritdoc/>
/// <param name="write">What is written. It may run twice.</param>
internal sealed class PendingWrite<T>(Func<StudyDb, Task<T>> write, CancellationToken cancel) : PendingWrite
{
    private readonly TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task<T> run = Task.FromCanceled<T>(new(canceled: true));

    /// <summary>Ends when the caller is answered.</summary>
    public Task<T> Result => answer.Task;

    public override bool HasFailed => !run.IsCompletedSuccessfully;

    public override Exception? Failure => run.Exception?.InnerException;

    public override async Task RunAsync(StudyDb db)
    {
        run = SaveAsync(db);
        await ((Task)run).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public override void Fail(Exception failure) => run = Task.FromException<T>(failure);

    public override void Answer() => answer.TrySetFromTask(run);

    private async Task<T> SaveAsync(StudyDb db)
    {
        cancel.ThrowIfCancellationRequested();
        var result = await write(db);
        if (!IsAlone)
            await db.SaveChangesAsync(CancellationToken.None);
        return result;
    }
}
