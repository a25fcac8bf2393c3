using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using QRCoder;

namespace LastTrainHome.Web;

/// <summary>A text as a square to photograph, drawn as one SVG path.</summary>
public static class QrCode
{
    /// <summary>The picture, with four modules of quiet around it; black on white in any setting, or telephones would not read it.</summary>
    /// <param name="text">What it says, an address as a rule.</param>
    /// <param name="label">What whoever cannot see it is told.</param>
    public static IHtmlContent Svg(string text, string label)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var (rows, path) = (code.ModuleMatrix, new StringBuilder());
        for (var y = 0; y < rows.Count; y++)
            for (var x = 0; x < rows.Count; x++)
                if (rows[y][x])
                {
                    var from = x;
                    while (x + 1 < rows.Count && rows[y][x + 1])
                        x++;
                    path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x + 1 - from}v1h-{x + 1 - from}z");
                }

        return new HtmlString(
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"qr\" viewBox=\"0 0 {rows.Count} {rows.Count}\" role=\"img\" aria-label=\"{HtmlEncoder.Default.Encode(label)}\" shape-rendering=\"crispEdges\">"
            + $"<path fill=\"#fff\" d=\"M0 0h{rows.Count}v{rows.Count}H0z\"/><path fill=\"#000\" d=\"{path}\"/></svg>");
    }
}
