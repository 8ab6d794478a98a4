using System.Text.Json.Nodes;

namespace TrunkBot.Protocol.Dialogs;

/// <summary>What a step of a waterfall works with.</summary>
public sealed class WaterfallStepContext : DialogContext
{
    private readonly WaterfallDialog _waterfall;
    private readonly WaterfallState _state;
    private bool _movedOn;

    internal WaterfallStepContext(WaterfallDialog waterfall, DialogContext dc, WaterfallState state, DialogReason reason, object? result)
        : base(dc) => (_waterfall, _state, Index, Reason, Result) = (waterfall, state, state.StepIndex, reason, result);

    /// <summary>Number of the step, from 0.</summary>
    public int Index { get; }

    /// <summary>Why the step runs.</summary>
    public DialogReason Reason { get; }

    /// <summary>What the step before brought: a prompt's value, a dialog's result, or the text of a message.</summary>
    public object? Result { get; }

    /// <summary>What the waterfall was begun with.</summary>
    public JsonObject? Options => _state.Options;

    /// <summary>What the steps remember for each other; stored between turns.</summary>
    public JsonObject Values => _state.Values ??= [];

    /// <summary>Goes on to the next step in the same turn.</summary>
    public Task<DialogTurnResult> NextAsync(object? result = null, CancellationToken cancellationToken = default)
    {
        if (_movedOn)
            throw new InvalidOperationException($"Step {Index} of waterfall '{_waterfall.Id}' has gone on to the next already.");
        _movedOn = true;
        return _waterfall.ResumeDialogAsync(this, DialogReason.NextCalled, result, cancellationToken);
    }
}
