namespace LastTrainHome.Web.Routing;

/// <summary>Addresses that are read and change nothing.</summary>
internal static class ReadEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Like <c>MapGet</c>, which alone would answer 405 to whoever asks for the headers first.</summary>
    public static RouteHandlerBuilder MapRead(this IEndpointRouteBuilder site, string pattern, Delegate handler) => site.MapMethods(pattern, Methods, handler);
}
