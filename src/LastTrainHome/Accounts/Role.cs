namespace LastTrainHome.Accounts;

/// <summary>What an account may do, as claims in its session and as the names of the policies that ask for them.</summary>
public static class Role
{
    public const string Student = "student";
    public const string Teacher = "teacher";
    public const string Editor = "editor";

    /// <summary>On screen: administrator.</summary>
    public const string Owner = "owner";

    /// <summary>The policy of pages for editing: editors and administrators.</summary>
    public const string Desk = "desk";

    public static IReadOnlyList<string> All { get; } = [Student, Teacher, Editor, Owner];

    public static IEnumerable<string> Of(Account account) => Of(account.Studies, account.Teaches, account.Edits, account.Owns);

    public static IEnumerable<string> Of(bool studies, bool teaches, bool edits, bool owns)
    {
        if (studies)
            yield return Student;
        if (teaches)
            yield return Teacher;
        if (edits)
            yield return Editor;
        if (owns)
            yield return Owner;
    }

    /// <summary>The role on screen and in files: <c>teacher</c>, <c>administrator</c>.</summary>
    public static string Name(string role) => role == Owner ? "administrator" : role;

    /// <summary>The page an account begins on.</summary>
    public static string Home(Account account) => account switch
    {
        { Studies: true } => "/study",
        { Teaches: true } => "/teach",
        { Edits: true } => "/desk/reports",
        { Owns: true } => "/staff",
        _ => "/account",
    };
}
