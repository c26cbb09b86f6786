package org.nuancan.ledger;

/// What a journal records.
public enum JournalKind {
    /// A captured order.
    MEAL(true),
    /// Something of an order given back.
    REFUND(true),
    /// A meal that was cooked and failed.
    FAILED_MEAL(true),
    /// A grant taken back from the provider.
    RECOVERY(true),
    /// The mirror image of a recovery.
    RECOVERY_UNDONE(true),
    /// A held line found to be right; on a statement only against `adjust:`.
    GENUINE(true),
    /// A line withheld.
    HOLD(false),
    /// A provider's day becomes what is owed.
    CLOSE(false),
    /// A payment on its way.
    SENT(false),
    /// A payment confirmed.
    SETTLED(false),
    /// A payer's money came in.
    FUNDED(false),
    /// The acquirer paid over.
    COLLECTED(false),
    /// A provider that owes paid.
    PAID_IN(false),
    /// A payment that did not arrive.
    FAILED(false);

    private final boolean onStatements;

    JournalKind(boolean onStatements) {
        this.onStatements = onStatements;
    }

    /// Whether journals of this kind may stand on a statement.
    public boolean entersStatements() {
        return onStatements;
    }
}
