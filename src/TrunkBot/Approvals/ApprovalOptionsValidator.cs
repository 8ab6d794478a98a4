using Microsoft.Extensions.Options;

namespace TrunkBot.Approvals;

/// <summary>The clocks must ring in an order that makes sense.</summary>
internal sealed class ApprovalOptionsValidator : IValidateOptions<ApprovalOptions>
{
    public ValidateOptionsResult Validate(string? name, ApprovalOptions options)
    {
        string[] problems = [.. Problems(options)];
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(ApprovalOptions options)
    {
        if (options.RemindAfter >= options.EscalateAfter)
            yield return ApprovalTexts.RemindTooLate;
        // What is out of its own range is said already.
        if (options.EscalateAfter >= options.ExpiresAfter && options.ExpiresAfter >= ApprovalOptions.ShortestLife)
            yield return ApprovalTexts.EscalateTooLate;
    }
}
