package org.nuancan.ledger;

/// The kind of event that a journal records.
public enum JournalKind {
    /// A captured order.
    MEAL(true),
    /// A refund of an order or a part of it.
    REFUND(true),
    /// A meal that was cooked but failed.
    FAILED_MEAL(true),
    /// A grant taken back from the provider.
    RECOVERY(true),
    /// The mirror image of a recovery.
    RECOVERY_UNDONE(true),
    /// A held line that was found to be genuine; on a statement only against `adjust:`.
    GENUINE(true),
    /// A line withheld.
    HOLD(false),
    /// The close turns a provider's day into an amount owed.
    CLOSE(false),
    /// A payment that is sent.
    SENT(false),
    /// A payment confirmed.
    SETTLED(false),
    /// Money received from a payer.
    FUNDED(false),
    /// Money received from the acquirer.
    COLLECTED(false),
    /// Money received from a provider that owes.
    PAID_IN(false),
    /// A payment that failed.
    FAILED(false);

    private final boolean onStatements;

    JournalKind(boolean onStatements) {
        this.onStatements = onStatements;
    }

    /// Whether journals of this kind may be on a statement.
    public boolean entersStatements() {
        return onStatements;
    }
}
