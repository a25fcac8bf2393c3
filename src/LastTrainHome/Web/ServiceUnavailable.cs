using LastTrainHome.Accounts;
using LastTrainHome.Store;
using Microsoft.AspNetCore.Diagnostics;

namespace LastTrainHome.Web;

/// <summary>Answers 503, with one sentence for the reader, while the study store cannot be read or written or too many people sign in at once. A page
/// that is the same for everybody still comes then.</summary>
public static class ServiceUnavailable
{
    private static readonly object Key = new();

    /// <summary>The sentence for the reader; null while nothing is amiss.</summary>
    public static string? SentenceOf(HttpContext context) => context.Items[Key] as string;

    /// <summary>Stands between authentication, which reads the session from the store, and authorization.</summary>
    public static async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        var isShown = context.Features.Get<IStatusCodeReExecuteFeature>() is not null; // the page that says so is under way
        if (SentenceOf(context) is not null && !isShown && !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            Refuse(context); // who sends this is not known
            return;
        }

        try
        {
            await next(context);
        }
        catch (Exception failure) when (failure is StoreUnavailableException or PasswordHashingBusyException && !context.Response.HasStarted && !isShown)
        {
            Note(context, failure);
            context.Response.Clear();
            Refuse(context);
        }
    }

    /// <summary>Notes why the site cannot do its work for this request, in the log and for the page that says so.</summary>
    internal static void Note(HttpContext context, Exception failure)
    {
        context.Items[Key] = failure.Message;
        context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ServiceUnavailable))
            .LogError("{Method} {Path} is refused: {Reason} {Cause}", context.Request.Method, context.Request.Path, failure.Message, failure.InnerException?.Message);
    }

    internal static void Refuse(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = "10";
    }
}
