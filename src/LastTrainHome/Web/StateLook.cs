using LastTrainHome.Classroom;

namespace LastTrainHome.Web;

/// <summary>The style sheets' classes that give each state its shape beside its colour.</summary>
public static class StateLook
{
    public static string Of(ItemState state) => state switch
    {
        ItemState.NotYet => "to-do",
        ItemState.Draft => "begun",
        ItemState.Late => "late",
        ItemState.Done => "done",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
