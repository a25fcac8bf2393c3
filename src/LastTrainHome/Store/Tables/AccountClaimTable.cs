using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LastTrainHome.Store.Tables;

internal sealed class AccountClaimTable : IEntityTypeConfiguration<IdentityUserClaim<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> table)
    {
        table.ToTable("AccountClaims");
        table.Property(claim => claim.Id).Holds("a number");
        table.Property(claim => claim.UserId).Holds("whose it is");
        table.Property(claim => claim.ClaimType).Holds("nothing so far");
        table.Property(claim => claim.ClaimValue).Holds("nothing so far");
    }
}
