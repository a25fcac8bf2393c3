using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LastTrainHome.Store.Tables;

/// <summary>Describes what a column holds, where it is mapped. <see cref="Audit"/> lists it for operators, and the privacy page for everybody.</summary>
internal static class Columns
{
    public const string What = "Study:Holds";
    public const string Free = "Study:FreeText";

    /// <summary>Says what a column holds.</summary>
    public static PropertyBuilder<T> Holds<T>(this PropertyBuilder<T> column, string what) => column.HasAnnotation(What, what);

    /// <summary>Says what a column holds, and that a person types it freely: it may hold anything about anybody.</summary>
    public static PropertyBuilder<T> HoldsWords<T>(this PropertyBuilder<T> column, string what) => column.Holds(what).HasAnnotation(Free, true);

    public static string? WhatItHolds(this IReadOnlyAnnotatable column) => column.FindAnnotation(What)?.Value as string;

    public static bool IsFreeText(this IReadOnlyProperty column) => column.FindAnnotation(Free) is not null;
}
