using LastTrainHome.Classroom;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LastTrainHome.Store.Tables;

internal sealed class AnswerVersionTable : IEntityTypeConfiguration<AnswerVersion>
{
    public void Configure(EntityTypeBuilder<AnswerVersion> table)
    {
        table.Property(version => version.Id).Holds("a number");
        table.Property(version => version.AnswerId).Holds("which answer");
        table.Property(version => version.Number).Holds("which save it was");
        table.Property(version => version.Text).HasMaxLength(Answer.MaxLength).HoldsWords("what the student had written then");
        table.Property(version => version.Choices).Holds("which choices the student had picked then");
        table.Property(version => version.At).Holds("when it was saved");
        table.Property(version => version.SubmittedAt).Holds("when it was handed in");
        table.Property(version => version.IsAside).Holds("whether it came from a tab that had not seen the newest");
    }
}
