package org.nuancan.receipt;

import org.nuancan.ledger.Account;
import org.nuancan.ledger.JournalKind;
import org.nuancan.ledger.TenderType;

/// The party that paid.
public sealed interface Source {

    /// A city, district, street or charity, for its claims.
    ///
    /// @param payer as on the claims
    record Payer(String payer) implements Source {}

    /// A provider that owes.
    record Provider(long providerId) implements Source {}

    /// The acquirer, for amounts that elders paid through it.
    record Tender(TenderType type) implements Source {}

    /// The kinds of sources, as they are stored.
    enum Kind {
        PAYER,
        PROVIDER,
        TENDER
    }

    /// The kind of this source.
    default Kind kind() {
        return switch (this) {
            case Payer _ -> Kind.PAYER;
            case Provider _ -> Kind.PROVIDER;
            case Tender _ -> Kind.TENDER;
        };
    }

    /// The name, as it is stored.
    default String name() {
        return switch (this) {
            case Payer(var payer) -> payer;
            case Provider(var providerId) -> Long.toString(providerId);
            case Tender(var type) -> type.name();
        };
    }

    /// The source with a kind and a name.
    static Source of(Kind kind, String name) {
        return switch (kind) {
            case PAYER -> new Payer(name);
            case PROVIDER -> new Provider(Long.parseLong(name));
            case TENDER -> new Tender(TenderType.valueOf(name));
        };
    }

    /// The account that its money clears.
    default Account account() {
        return switch (this) {
            case Payer(var payer) -> new Account.Claim(payer);
            case Provider(var providerId) -> new Account.Payable(providerId);
            case Tender(var type) -> new Account.Collected(type);
        };
    }

    /// The kind of journal that books its money.
    default JournalKind journal() {
        return switch (this) {
            case Payer _ -> JournalKind.FUNDED;
            case Provider _ -> JournalKind.PAID_IN;
            case Tender _ -> JournalKind.COLLECTED;
        };
    }
}
