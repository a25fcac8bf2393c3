using LastTrainHome.Classroom;

namespace LastTrainHome.Web.Display;

/// <summary>The words for how far somebody is, and the classes that give each its shape beside its colour.</summary>
public static class StateDisplay
{
    public static string Of(ItemState state) => state switch
    {
        ItemState.NotYet => "not yet",
        ItemState.Draft => "draft",
        ItemState.Late => "late",
        ItemState.Done => "done",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static string ClassOf(ItemState state) => "state " + state switch
    {
        ItemState.NotYet => "to-do",
        ItemState.Draft => "begun",
        ItemState.Late => "late",
        _ => "done",
    };
}
