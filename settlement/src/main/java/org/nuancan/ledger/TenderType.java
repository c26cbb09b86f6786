package org.nuancan.ledger;

/// A tender that an elder pays with.
public enum TenderType {
    CASH(true),
    MOBILE(true),
    BANK_CARD(true),
    /// Digital yuan, collected by the platform's acquirer.
    ECNY(false),
    /// The allowance on the elder's card, collected by the platform's acquirer.
    ALLOWANCE(false);

    private final boolean takenByProvider;

    TenderType(boolean takenByProvider) {
        this.takenByProvider = takenByProvider;
    }

    /// Whether the provider itself collects it; otherwise the platform's acquirer does.
    public boolean isTakenByProvider() {
        return takenByProvider;
    }

    /// The account to debit if this provider takes the tender: its till, or the acquirer's account.
    public Account account(long providerId) {
        return takenByProvider ? new Account.Till(providerId) : new Account.Collected(this);
    }
}
