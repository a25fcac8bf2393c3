using LastTrainHome.Accounts;
using LastTrainHome.UseCases.Administering;
using LastTrainHome.UseCases.OwnAccount;
using LastTrainHome.UseCases.Reporting;
using LastTrainHome.UseCases.SigningIn;
using LastTrainHome.UseCases.Studying;
using LastTrainHome.UseCases.Teaching;
using Microsoft.AspNetCore.Identity;

namespace LastTrainHome.UseCases;

/// <summary>Brings what people do into a host, for the site and for verbs alike. Expects the study store, the libraries and Identity's accounts.</summary>
public static class UseCasesSetup
{
    public static IServiceCollection AddUseCases(this IServiceCollection services)
    {
        services.AddSingleton<IPasswordHasher<Account>, NormalizingPasswordHasher>();
        services.AddSingleton<PasswordHashing>();
        services.AddSingleton<SignInLock>();

        services.AddSingleton<Sessions>().AddSingleton<SignIn>().AddSingleton<NewCards>().AddSingleton<JoinClass>().AddSingleton<ClaimCard>();
        services.AddScoped<PasswordRules>().AddScoped<AcceptInvitation>();

        services.AddSingleton<ReadAccount>().AddSingleton<ExportMyData>().AddSingleton<DeleteAccount>();
        services.AddScoped<ChangePassword>();

        services.AddScoped<MarkPageRead>().AddSingleton<MarkCommentsSeen>().AddSingleton<RestoreVersion>();
        services.AddScoped<ReadProgress>().AddScoped<AnswerQuestion>().AddScoped<ReadAnswer>().AddScoped<TakeOverDeviceWork>();

        services.AddSingleton<ListClasses>().AddSingleton<CreateClass>().AddSingleton<ChangeClass>();
        services.AddSingleton<ReadStudents>().AddSingleton<AdmitStudents>().AddSingleton<RemoveStudent>().AddSingleton<RenameStudent>();
        services.AddSingleton<MergeStudents>().AddSingleton<IssueCards>();
        services.AddScoped<PrepareAssignment>().AddSingleton<Assign>().AddSingleton<WithdrawAssignment>();
        services.AddSingleton<ReadOverview>().AddScoped<ReadStudentWork>().AddScoped<ReadQuestionAnswers>();
        services.AddSingleton<CommentOnAnswer>().AddScoped<ExportAssignment>();

        services.AddSingleton<ListStaff>().AddSingleton<InviteStaff>().AddSingleton<AddStaff>().AddSingleton<ResetPassword>().AddSingleton<CloseAccount>();
        services.AddSingleton<AuditStore>();
        services.AddSingleton<SendReport>().AddSingleton<ReadReports>().AddSingleton<CloseReport>();
        return services;
    }
}
