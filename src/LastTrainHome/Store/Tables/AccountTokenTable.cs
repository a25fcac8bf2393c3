using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LastTrainHome.Store.Tables;

internal sealed class AccountTokenTable : IEntityTypeConfiguration<IdentityUserToken<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> table)
    {
        table.ToTable("AccountTokens");
        table.Property(token => token.UserId).Holds("whose it is");
        table.Property(token => token.LoginProvider).Holds("which part of the site wrote it");
        table.Property(token => token.Name).Holds("which token it is");
        table.Property(token => token.Value).Holds("the secret of a second factor");
    }
}
