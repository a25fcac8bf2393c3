using LastTrainHome.Accounts;
using LastTrainHome.UseCases.Teaching;
using LastTrainHome.Web.Routing;
using LastTrainHome.Web.Security;

namespace LastTrainHome.Web.Downloads;

/// <summary>An assignment's work as files, for the teacher whose class it is.</summary>
public static class AssignmentDownloads
{
    public static void MapAssignmentDownloads(this IEndpointRouteBuilder site)
    {
        site.MapRead("/teach/assignments/{id:int}/export.csv", CsvAsync).RequireAuthorization(Role.Teacher);
        site.MapRead("/teach/assignments/{id:int}/export.json", JsonAsync).RequireAuthorization(Role.Teacher);
    }

    private static async Task<IResult> CsvAsync(int id, ExportAssignment export, HttpContext context, CancellationToken cancel) =>
        await export.CsvAsync(context.User.AccountId(), id, cancel) is { } file
            ? Results.File(file, "text/csv; charset=utf-8", $"assignment-{id}.csv")
            : Results.NotFound();

    private static async Task<IResult> JsonAsync(int id, ExportAssignment export, HttpContext context, CancellationToken cancel) =>
        await export.JsonAsync(context.User.AccountId(), id, cancel) is { } file
            ? Results.File(file, "application/json; charset=utf-8", $"assignment-{id}.json")
            : Results.NotFound();
}
