using LastTrainHome.Store.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace LastTrainHome.Store;

/// <summary>Every column of the study store and what it holds, read from the model that the store is made from, so that none is left out.</summary>
public static class Audit
{
    public static IReadOnlyList<StoredColumn> Of(StudyDb db) =>
    [
        .. db.Model.GetEntityTypes().SelectMany(table => table.IsMappedToJson() ? [Whole(table)] : table.GetProperties().Select(column => new StoredColumn(
                table.GetTableName()!, column.GetColumnName(), column.GetColumnType(), column.WhatItHolds() ?? "", column.IsFreeText())))
            .OrderBy(column => column.Table, StringComparer.Ordinal).ThenBy(column => column.Column, StringComparer.Ordinal),
    ];

    // An object kept as JSON in one column: only Identity's passkeys are.
    private static StoredColumn Whole(IEntityType part) => new(part.GetTableName()!, part.GetContainerColumnName()!, "JSON", part.FindOwnership()!.PrincipalEntityType.WhatItHolds() ?? "", false);
}

/// <summary>One column.</summary>
/// <param name="Holds">What is in it, in plain words.</param>
/// <param name="IsFreeText">Whether a person types it, so that it may hold anything about anybody.</param>
public sealed record StoredColumn(string Table, string Column, string Type, string Holds, bool IsFreeText);
