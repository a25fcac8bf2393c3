namespace LastTrainHome.Library;

/// <summary>A question on a page. Its id never changes: answers hang on it.</summary>
public sealed class Question
{
    /// <summary>Unique in the study.</summary>
    public required string Id { get; init; }

    public required string PageKey { get; init; }
    public required int Position { get; init; }

    /// <summary>What is asked, rendered.</summary>
    public required string PromptHtml { get; init; }

    /// <summary>What is asked, as plain text.</summary>
    public required string PromptText { get; init; }

    public required QuestionForm Form { get; init; }

    /// <summary>What is said once it is answered, rendered; or null.</summary>
    public string? FeedbackHtml { get; init; }

    public List<Choice> Choices { get; init; } = [];

    /// <summary>Slugs of the themes of the passage it stands in; a theme's own questions carry that theme.</summary>
    public List<string> Themes { get; init; } = [];
}

public enum QuestionForm
{
    /// <summary>Answered in words.</summary>
    Open,

    /// <summary>One choice is right.</summary>
    ChooseOne,

    /// <summary>Several choices are right, and all of them are asked for.</summary>
    ChooseAll,
}

/// <summary>One answer to choose.</summary>
public sealed class Choice
{
    public required string QuestionId { get; init; }

    /// <summary>From 0, as written.</summary>
    public required int Position { get; init; }

    public required string Html { get; init; }
    public required string Text { get; init; }
    public required bool IsRight { get; init; }

    /// <summary>What is said to whoever chose it, rendered; or null.</summary>
    public string? FeedbackHtml { get; init; }
}
