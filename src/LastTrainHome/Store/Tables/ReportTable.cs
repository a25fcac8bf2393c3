using LastTrainHome.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LastTrainHome.Store.Tables;

internal sealed class ReportTable : IEntityTypeConfiguration<Report>
{
    public void Configure(EntityTypeBuilder<Report> table)
    {
        table.HasIndex(report => new { report.State, report.SentAt });

        // Where the editor's account is deleted the report stays.
        table.HasOne<Account>().WithMany().HasForeignKey(report => report.ClosedBy).OnDelete(DeleteBehavior.SetNull);
        table.Property(report => report.Id).Holds("a number, which the reader is told");
        table.Property(report => report.Page).HasMaxLength(Report.MaxPage).HoldsWords("the path of the page a reader reports a mistake on");
        table.Property(report => report.Edition).HasMaxLength(64).Holds("which edition readers got then");
        table.Property(report => report.Text).HasMaxLength(Report.MaxText).HoldsWords("what the reader says is wrong");
        table.Property(report => report.Source).HasMaxLength(Report.MaxSource).HoldsWords("where the reader knows it from");
        table.Property(report => report.Contact).HasMaxLength(Report.MaxContact).HoldsWords("how the reader can be reached, if they say so; erased when the report is closed, or before");
        table.Property(report => report.SentAt).Holds("when it was sent");
        table.Property(report => report.State).Holds("open, mended, or not a mistake");
        table.Property(report => report.ClosedBy).Holds("which editor closed it");
        table.Property(report => report.ClosedAt).Holds("when it was closed");
        table.Property(report => report.Note).HasMaxLength(Report.MaxNote).HoldsWords("what the editor says to it");
    }
}
