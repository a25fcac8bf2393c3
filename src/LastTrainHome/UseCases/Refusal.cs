namespace LastTrainHome.UseCases;

/// <summary>Why something was not done, in a sentence for the person who asked for it.</summary>
/// <param name="Input">Which of the inputs is to blame, as the form names it; empty when none in particular is.</param>
public sealed record Refusal(string Sentence, string Input = "");
