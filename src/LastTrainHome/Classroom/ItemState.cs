namespace LastTrainHome.Classroom;

/// <summary>How far a student is with one thing of an assignment.</summary>
public enum ItemState
{
    NotYet,

    /// <summary>Begun and not handed in.</summary>
    Draft,

    /// <summary>Handed in, or ticked as read, after it was due.</summary>
    Late,

    /// <summary>Handed in, or ticked as read, in time.</summary>
    Done,
}

/// <summary>The rules for it, the same for students and teachers.</summary>
public static class ItemStates
{
    /// <summary>Of a page that is to be read: when the student ticked it, if ever.</summary>
    public static ItemState OfPage(DateTime? ticked, DateTime due) => ticked is null ? ItemState.NotYet : ticked > due ? ItemState.Late : ItemState.Done;

    /// <summary>Of a question.</summary>
    /// <param name="begun">Whether anything of an answer is there.</param>
    /// <param name="submitted">When it was handed in.</param>
    /// <param name="late">Whether that was late.</param>
    public static ItemState OfQuestion(bool begun, DateTime? submitted, bool late) =>
        submitted is not null ? late ? ItemState.Late : ItemState.Done : begun ? ItemState.Draft : ItemState.NotYet;

    /// <summary>Whether there is nothing left to do.</summary>
    public static bool IsFinished(this ItemState state) => state is ItemState.Done or ItemState.Late;

    /// <summary>The words for it, on screen and in files.</summary>
    public static string Name(this ItemState state) => state switch
    {
        ItemState.NotYet => "not yet",
        ItemState.Draft => "draft",
        ItemState.Late => "late",
        ItemState.Done => "done",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
