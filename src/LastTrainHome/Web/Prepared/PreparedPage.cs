using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace LastTrainHome.Web.Prepared;

/// <summary>A public answer as bytes, in every encoding it is sent in.</summary>
internal sealed class PreparedPage
{
    private const int BrotliQuality = 5; // 11 saves a tenth of the bytes and takes forty times as long
    private const int BrotliWindow = 22;

    private static readonly string[] NotKept = [HeaderNames.ETag, HeaderNames.ContentLength, HeaderNames.Date, HeaderNames.ContentType, HeaderNames.Vary];

    private readonly KeyValuePair<string, StringValues>[] headers;
    private readonly StringValues contentType;

    /// <param name="answer">What was answered.</param>
    /// <param name="isCompressed">Whether answers of its type are sent compressed.</param>
    /// <param name="before">The same address in the edition before: what did not change is not compressed again.</param>
    public PreparedPage(AnonymousAnswer answer, bool isCompressed, PreparedPage? before)
    {
        headers = [.. answer.Headers.Where(header => !NotKept.Contains(header.Key, StringComparer.OrdinalIgnoreCase))];
        contentType = answer.ContentType;
        IsCompressed = isCompressed;
        Hash = Convert.ToHexStringLower(SHA256.HashData(answer.Body))[..20];
        var isSame = before?.Hash == Hash && before.IsCompressed == isCompressed;
        Identity = new(answer.Body, $"\"{Hash}\"", default);
        if (isCompressed)
        {
            Brotli = isSame && before!.Brotli is { } brotli ? brotli : new(Brotlied(answer.Body), $"\"{Hash}-br\"", "br");
            Gzip = isSame && before!.Gzip is { } gzip ? gzip : new(Gzipped(answer.Body), $"\"{Hash}-gzip\"", "gzip");
        }
    }

    /// <summary>The beginning of the hash of its body.</summary>
    public string Hash { get; }

    public bool IsCompressed { get; }

    /// <summary>Null where it was dropped to save memory, like the others.</summary>
    public Encoded? Identity { get; private set; }

    public Encoded? Brotli { get; private set; }

    public Encoded? Gzip { get; private set; }

    public long Bytes => (Identity?.Body.Length ?? 0) + (Brotli?.Body.Length ?? 0) + (Gzip?.Body.Length ?? 0);

    /// <summary>The body uncompressed.</summary>
    public byte[] Text
    {
        get
        {
            if (Identity is { } identity)
                return identity.Body;
            using var text = new MemoryStream();
            using var brotli = new BrotliStream(new MemoryStream(Brotli!.Body), CompressionMode.Decompress);
            brotli.CopyTo(text);
            return text.ToArray();
        }
    }

    public void DropGzip() => Gzip = null;

    public void DropIdentity() => Identity = IsCompressed ? null : Identity;

    /// <summary>Answers a request, or says that it has to be rendered because what the reader takes has been dropped.</summary>
    public bool TryAnswer(HttpContext context, out Task answering)
    {
        var encoded = !IsCompressed ? Identity : AcceptedEncoding.Best(context.Request.Headers.AcceptEncoding) switch
        {
            AcceptedEncoding.Brotli => Brotli,
            AcceptedEncoding.Gzip => Gzip,
            _ => Identity,
        };
        answering = Task.CompletedTask;
        if (encoded is null)
            return false;

        var response = context.Response;
        foreach (var (name, value) in headers)
            response.Headers[name] = value;
        response.Headers.ETag = encoded.ETag;
        if (IsCompressed)
            response.Headers.Vary = VaryByEncoding;
        if (IsKnown(context.Request.Headers.IfNoneMatch, encoded.Tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return true;
        }

        response.Headers.ContentType = contentType;
        if (encoded.ContentEncoding.Count > 0)
            response.Headers.ContentEncoding = encoded.ContentEncoding;
        response.ContentLength = encoded.Body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            answering = response.Body.WriteAsync(encoded.Body, context.RequestAborted).AsTask();
        return true;
    }

    private static readonly StringValues VaryByEncoding = HeaderNames.AcceptEncoding;

    // RFC 9110, 13.1.2: a list, compared weakly, or an asterisk for anything there is.
    private static bool IsKnown(StringValues ifNoneMatch, EntityTagHeaderValue tag)
    {
        if (ifNoneMatch.Count == 0)
            return false;
        if (ifNoneMatch.Count == 1 && ifNoneMatch[0] is { } only && (only == "*" || tag.Tag.Equals(only, StringComparison.Ordinal)))
            return true;
        return EntityTagHeaderValue.TryParseList(ifNoneMatch!, out var known)
            && known.Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Compare(tag, useStrongComparison: false));
    }

    private static byte[] Brotlied(byte[] body)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(body.Length)];
        return BrotliEncoder.TryCompress(body, packed, out var length, BrotliQuality, BrotliWindow)
            ? packed[..length]
            : throw new InvalidOperationException("There is always room for the compressed bytes.");
    }

    private static byte[] Gzipped(byte[] body)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
            gzip.Write(body);
        return packed.ToArray();
    }

    /// <summary>The body in one encoding, with its headers ready to send.</summary>
    internal sealed class Encoded(byte[] body, string tag, StringValues contentEncoding)
    {
        public byte[] Body { get; } = body;
        public EntityTagHeaderValue Tag { get; } = new(tag);
        public StringValues ETag { get; } = tag;
        public StringValues ContentEncoding { get; } = contentEncoding;
    }
}
