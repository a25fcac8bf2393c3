namespace LastTrainHome.Store;

/// <summary>The program cannot do its work as it is set up. The message is one sentence for the operator.</summary>
public sealed class CannotRunException(string sentence, Exception? cause = null) : Exception(sentence, cause);
