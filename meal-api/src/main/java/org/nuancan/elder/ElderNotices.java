package org.nuancan.elder;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.nuancan.audit.AuditLog;
import org.nuancan.check.Facts;
import org.nuancan.db.Transactions;
import org.nuancan.elder.NewElder.NewStatus;
import org.nuancan.elder.NewElder.NewStay;
import org.nuancan.elder.NewElder.Written;
import org.nuancan.policy.ElderStatus;

/// Notices of changes about elders and cards, in the transaction of the change: to the audit log,
/// and to the platform's checks, which look at an elder's meals again.
@Singleton
final class ElderNotices {

    private final AuditLog audit;
    private final Transactions transactions;
    private final Facts facts;

    ElderNotices(AuditLog audit, Transactions transactions, Facts facts) {
        this.audit = audit;
        this.transactions = transactions;
        this.facts = facts;
    }

    /// Elders were registered.
    void registered(List<Long> elderIds, Written written) {
        var entries = new ArrayList<AuditLog.Entry>();
        for (var elderId : elderIds) {
            entries.add(elder(elderId, ElderChange.Kind.REGISTERED, "", written));
        }
        audit.write(entries);
    }

    /// An elder's record changed.
    void changed(long elderId, ElderChange.Kind kind, String about, Written written) {
        audit.write(List.of(elder(elderId, kind, about, written)));
    }

    private static AuditLog.Entry elder(
            long elderId, ElderChange.Kind kind, String about, Written written) {
        return new AuditLog.Entry(
                AuditLog.Area.ELDER, written.by(), kind.name(), "elder " + elderId, about);
    }

    /// A stay in an institution or hospital.
    void stay(long elderId, NewStay stay) {
        var _ =
                transactions.inOne(connection -> {
                    facts.stays(connection, elderId, stay.from(), stay.to());
                    return true;
                });
    }

    /// A status: a death, or that a death was reported in error.
    void status(long elderId, NewStatus status) {
        var _ =
                transactions.inOne(connection -> {
                    if (status.status() == ElderStatus.DECEASED) {
                        facts.died(connection, elderId, status.on());
                    } else {
                        facts.lives(connection, elderId);
                    }
                    return true;
                });
    }

    /// A card was handed out or renewed.
    void issued(long cardId, long elderId, Written written) {
        var _ =
                transactions.inOne(connection -> {
                    facts.cardIssued(connection, cardId, elderId, written.at());
                    return true;
                });
        card(cardId, ElderChange.Kind.CARD_ISSUED, "elder " + elderId, written);
    }

    /// Something about a card changed.
    void card(long cardId, ElderChange.Kind kind, String about, Written written) {
        audit.write(
                List.of(
                        new AuditLog.Entry(
                                AuditLog.Area.CARD,
                                written.by(),
                                kind.name(),
                                "card " + cardId,
                                about)));
    }
}
