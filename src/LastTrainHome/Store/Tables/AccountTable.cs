using LastTrainHome.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LastTrainHome.Store.Tables;

internal sealed class AccountTable : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> table)
    {
        table.ToTable("Accounts");
        table.Property(account => account.Id).Holds("a random number");
        table.Property(account => account.UserName).HoldsWords("staff: the name they sign in with; students: the first two words of the card");
        table.Property(account => account.NormalizedUserName).HoldsWords("the same in capitals");
        table.Property(account => account.Email).Holds("nothing: no address is asked for");
        table.Property(account => account.NormalizedEmail).Holds("nothing");
        table.Property(account => account.EmailConfirmed).Holds("nothing");
        table.Property(account => account.PasswordHash).Holds("a salted hash of the password or of the card's four words");
        table.Property(account => account.SecurityStamp).Holds("a random number, new with each password");
        table.Property(account => account.ConcurrencyStamp).Holds("a random number, new with each change");
        table.Property(account => account.PhoneNumber).Holds("nothing: no telephone number is asked for");
        table.Property(account => account.PhoneNumberConfirmed).Holds("nothing");
        table.Property(account => account.TwoFactorEnabled).Holds("whether a second factor is asked for");
        table.Property(account => account.LockoutEnd).Holds("nothing: wrong passwords are counted in memory alone");
        table.Property(account => account.LockoutEnabled).Holds("nothing that is used");
        table.Property(account => account.AccessFailedCount).Holds("nothing");
        table.Property(account => account.Teaches).Holds("whether it is a teacher's");
        table.Property(account => account.Edits).Holds("whether it is an editor's");
        table.Property(account => account.Owns).Holds("whether it is an administrator's");
        table.Property(account => account.Studies).Holds("whether it is a student's");
        table.Property(account => account.MadeAt).Holds("when it was made");
        table.Property(account => account.DisabledAt).Holds("when it was closed");
    }
}
