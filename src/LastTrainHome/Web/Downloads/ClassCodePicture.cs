using LastTrainHome.Accounts;
using LastTrainHome.UseCases.Teaching;
using LastTrainHome.Web.Routing;
using LastTrainHome.Web.Security;

namespace LastTrainHome.Web.Downloads;

/// <summary>The class's code as a picture for the wall: it leads to the page for joining, with the code filled in.</summary>
public static class ClassCodePicture
{
    public static void MapClassCodePicture(this IEndpointRouteBuilder site) => site.MapRead("/teach/classes/{id:int}/code.svg", DrawAsync).RequireAuthorization(Role.Teacher);

    private static async Task<IResult> DrawAsync(int id, ListClasses classes, Addresses addresses, HttpContext context, CancellationToken cancel) =>
        await classes.CodeOfAsync(context.User.AccountId(), id, cancel) is { } code
            ? Results.Text(QrCode.Svg(addresses.Whole($"/join?code={code}"), "Join the class").ToString(), "image/svg+xml")
            : Results.NotFound();
}
