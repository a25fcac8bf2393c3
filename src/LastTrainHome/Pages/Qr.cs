using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using QRCoder;

namespace LastTrainHome.Pages;

/// <summary>Draws a QR code as SVG of our own: one path, no style attribute, black on white in any colour scheme so that every camera reads it.</summary>
public static class Qr
{
    /// <param name="text">What a camera reads: an address.</param>
    /// <param name="label">What it is, for whoever does not see it.</param>
    public static string Svg(string text, string label)
    {
        using var made = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = made.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
            foreach (var (x, length) in Runs(rows[y]))
                path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h{length}v1h-{length}z");
        return string.Create(CultureInfo.InvariantCulture,
            $"""<svg xmlns="http://www.w3.org/2000/svg" class="qr" viewBox="0 0 {rows.Count} {rows.Count}" role="img" aria-label="{HtmlEncoder.Default.Encode(label)}"><rect width="100%" height="100%" fill="#fff"/><path d="{path}" fill="#000" shape-rendering="crispEdges"/></svg>""");
    }

    private static IEnumerable<(int X, int Length)> Runs(BitArray row)
    {
        for (var x = 0; x < row.Count; x++)
        {
            var from = x;
            while (x < row.Count && row[x])
                x++;
            if (x > from)
                yield return (from, x - from);
        }
    }
}
