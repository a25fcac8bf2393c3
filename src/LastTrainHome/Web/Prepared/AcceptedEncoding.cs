using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace LastTrainHome.Web.Prepared;

/// <summary>Which encoding a request's Accept-Encoding asks for.</summary>
internal static class AcceptedEncoding
{
    public const string Brotli = "br";
    public const string Gzip = "gzip";
    public const string Identity = "identity";

    /// <summary>The accepted encoding with the highest quality; of equals Brotli first, then gzip.</summary>
    public static string Best(StringValues accept)
    {
        double? brotli = null, gzip = null, identity = null, any = null;
        foreach (var line in accept)
            foreach (var range in line.AsSpan().Split(','))
            {
                var quality = Parse(line.AsSpan(range), out var name);
                if (name.Equals(Brotli, StringComparison.OrdinalIgnoreCase))
                    brotli = quality;
                else if (name.Equals(Gzip, StringComparison.OrdinalIgnoreCase) || name.Equals("x-gzip", StringComparison.OrdinalIgnoreCase))
                    gzip = quality;
                else if (name.Equals(Identity, StringComparison.OrdinalIgnoreCase))
                    identity = quality;
                else if (name is "*")
                    any = quality;
            }

        var (ofBrotli, ofGzip, ofIdentity) = (brotli ?? any ?? 0, gzip ?? any ?? 0, identity ?? 0);
        return ofBrotli > 0 && ofBrotli >= ofGzip && ofBrotli >= ofIdentity ? Brotli
            : ofGzip > 0 && ofGzip >= ofIdentity ? Gzip
            : Identity;
    }

    private static double Parse(ReadOnlySpan<char> coding, out ReadOnlySpan<char> name)
    {
        var semicolon = coding.IndexOf(';');
        name = (semicolon < 0 ? coding : coding[..semicolon]).Trim();
        var parameter = semicolon < 0 ? default : coding[(semicolon + 1)..].Trim();
        return parameter.StartsWith("q=", StringComparison.OrdinalIgnoreCase)
            && double.TryParse(parameter[2..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var given) ? given : 1;
    }
}
