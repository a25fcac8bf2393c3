using System.Text.RegularExpressions;
using LastTrainHome.Library;

namespace LastTrainHome.Content.Numbers;

/// <summary>The unit of a column or cell, as far as numbers are concerned: "million people", "percent", "yuan a month", "万人".</summary>
/// <param name="Words">As it is written.</param>
/// <param name="Scale">How many a value of 1 stands for.</param>
/// <param name="ScaleWords">The scale as it is written: "million", "万"; or empty.</param>
public sealed partial record Unit(string Words, UnitKind Kind, decimal Scale, string ScaleWords)
{
    public static Unit Read(string words)
    {
        if (PointsWords().IsMatch(words))
            return new(words, UnitKind.Points, 1, "");
        if (Parts.IsPercent(words))
            return new(words, UnitKind.Percent, 1, "");
        if (RatioWords().IsMatch(words))
            return new(words, UnitKind.Ratio, 1, "");

        var scale = 1m;
        var end = 0;
        foreach (var token in Token.Cut(words))
        {
            var word = words.AsSpan(token.Start, token.Length);
            var step = token.Kind switch
            {
                TokenKind.Character => NumberWords.Scale(word[0]),
                TokenKind.Word when NumberWords.Scales.TryGetValue(word, out var one) || NumberWords.ManyScales.TryGetValue(word, out one) => one,
                _ => 0,
            };
            // Nobody counts beyond trillions; what comes after is part of a name.
            if (step == 0 || scale * step > 1_000_000_000_000)
                break;
            scale *= step;
            end = token.End;
        }

        return new(words, UnitKind.Count, scale, words[..end]);
    }

    [GeneratedRegex(@"^\s*(percentage\s+points?|points?\b|pp\b|个?百分点|個?百分點)", RegexOptions.IgnoreCase)]
    private static partial Regex PointsWords();

    [GeneratedRegex(@"^\s*(ratio|times\b|倍)", RegexOptions.IgnoreCase)]
    private static partial Regex RatioWords();
}

public enum UnitKind
{
    /// <summary>So many of something.</summary>
    Count,
    Percent,

    /// <summary>Percentage points.</summary>
    Points,

    /// <summary>So many times as much.</summary>
    Ratio,
}
