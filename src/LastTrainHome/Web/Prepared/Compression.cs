using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace LastTrainHome.Web.Prepared;

/// <summary>Compresses what is the same for everybody. An answer that is one person's own goes out as it is: beside what that person typed,
/// its length could be made to tell what is secret in it (BREACH).</summary>
internal sealed class Compression(IServiceProvider services, IOptions<ResponseCompressionOptions> options) : ResponseCompressionProvider(services, options)
{
    public static void Add(IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "text/csv"];
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Optimal);
        services.AddSingleton<IResponseCompressionProvider, Compression>();
    }

    public override bool ShouldCompressResponse(HttpContext context) =>
        base.ShouldCompressResponse(context)
        && context.User.Identity?.IsAuthenticated is not true
        && context.Response.Headers.SetCookie.Count == 0
        && context.Response.GetTypedHeaders().CacheControl is not ({ NoStore: true } or { Private: true });
}
