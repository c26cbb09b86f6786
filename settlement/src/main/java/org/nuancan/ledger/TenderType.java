package org.nuancan.ledger;

/// What an elder pays with, and who takes it.
public enum TenderType {
    CASH(true),
    MOBILE(true),
    BANK_CARD(true),
    /// Digital yuan, taken by the platform's acquirer.
    ECNY(false),
    /// The allowance on the elder's card, taken by the platform's acquirer.
    ALLOWANCE(false);

    private final boolean takenByProvider;

    TenderType(boolean takenByProvider) {
        this.takenByProvider = takenByProvider;
    }

    /// Whether the provider itself takes it; else the platform's acquirer does.
    public boolean isTakenByProvider() {
        return takenByProvider;
    }

    Account account(long providerId) {
        return takenByProvider ? new Account.Till(providerId) : new Account.Collected(this);
    }
}
