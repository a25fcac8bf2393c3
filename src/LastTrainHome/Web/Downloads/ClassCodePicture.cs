using LastTrainHome.Accounts;
using LastTrainHome.Store;
using LastTrainHome.UseCases;
using LastTrainHome.Web.Routing;
using LastTrainHome.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Web.Downloads;

/// <summary>The class's code as a picture for the wall: it leads to the page for joining, with the code filled in.</summary>
public static class ClassCodePicture
{
    public static void MapClassCodePicture(this IEndpointRouteBuilder site) => site.MapRead("/teach/classes/{id:int}/code.svg", DrawAsync).RequireAuthorization(Role.Teacher);

    private static async Task<IResult> DrawAsync(int id, StudyStore store, Addresses addresses, HttpContext context, CancellationToken cancel)
    {
        await using var db = store.Read();
        var code = await db.ClassesOf(context.User.AccountId()).Where(one => one.Id == id).Select(one => one.Code).SingleOrDefaultAsync(cancel);
        return code is null ? Results.NotFound() : Results.Text(QrCode.Svg(addresses.Whole($"/join?code={code}"), "Join the class").ToString(), "image/svg+xml");
    }
}
