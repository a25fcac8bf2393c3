using LastTrainHome.Classroom;
using LastTrainHome.Library;
using LastTrainHome.UseCases.Studying;
using LastTrainHome.Web.Routing;

namespace LastTrainHome.Web;

/// <summary>The addresses at which assignments are worked on.</summary>
public static class StudyAddresses
{
    /// <summary>Where a question of an assignment stands alone, and where answers to it are sent.</summary>
    public static string OfQuestion(int assignment, string question) => $"/study/assignments/{assignment}/questions/{Uri.EscapeDataString(question)}";

    /// <summary>Where a student does one thing: on the page itself, which then knows for which assignment. A question that the library no longer has
    /// stands alone; null for a page that it no longer has.</summary>
    public static string? Address(this ItemProgress item) => (item.Page, item.QuestionId) switch
    {
        (not null, { } question) => $"{item.Path}?assignment={item.Assignment}#q-{question}",
        (not null, null) => $"{item.Path}?assignment={item.Assignment}{item.Page[item.Path!.Length..]}",
        (null, { } question) => OfQuestion(item.Assignment, question),
        _ => null,
    };

    /// <summary>The public page an item was set on.</summary>
    public static string Address(this AssignmentItem item) =>
        item.PageKey.Split('/') is [var folder, var slug] && PageKinds.FromFolder(folder) is { } kind
            ? item.QuestionId is { } question ? Addresses.OfQuestion(kind, slug, question) : kind.Address(slug)
            : "/";
}
