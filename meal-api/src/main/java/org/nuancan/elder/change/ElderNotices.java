package org.nuancan.elder.change;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.nuancan.audit.AuditLog;
import org.nuancan.audit.FieldChange;
import org.nuancan.check.Facts;
import org.nuancan.db.Transactions;
import org.nuancan.elder.CardState;
import org.nuancan.elder.NewElder.NewStatus;
import org.nuancan.elder.NewElder.NewStay;
import org.nuancan.elder.NewElder.Written;
import org.nuancan.elder.file.ElderChange;
import org.nuancan.policy.fact.Division;
import org.nuancan.policy.fact.ElderStatus;

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
    ///
    /// @param homes their places of residence, in the order of `elderIds`
    void registered(List<Long> elderIds, List<Division> homes, Written written) {
        var entries = new ArrayList<AuditLog.Entry>();
        for (var at = 0; at < elderIds.size(); at++) {
            entries.add(
                    elder(
                            elderIds.get(at),
                            ElderChange.Kind.REGISTERED,
                            "",
                            AuditLog.Content.at(homes.get(at).code()),
                            written));
        }
        audit.write(entries);
    }

    /// An elder's record changed.
    ///
    /// @param fields the changed fields, masked
    void changed(
            ElderLock lock,
            ElderChange.Kind kind,
            String about,
            List<FieldChange> fields,
            Written written) {
        var content = new AuditLog.Content(lock.standing().residence().code(), fields);
        audit.write(List.of(elder(lock.elderId(), kind, about, content, written)));
    }

    private static AuditLog.Entry elder(
            long elderId,
            ElderChange.Kind kind,
            String about,
            AuditLog.Content content,
            Written written) {
        return new AuditLog.Entry(
                AuditLog.Area.ELDER, written.by(), kind.name(), "elder " + elderId, about, content);
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
    void issued(long cardId, ElderLock lock, Written written) {
        var elderId = lock.elderId();
        var _ =
                transactions.inOne(connection -> {
                    facts.cardIssued(connection, cardId, elderId, written.at());
                    return true;
                });
        card(cardId, ElderChange.Kind.CARD_ISSUED, lock, "", CardState.ACTIVE, written);
    }

    /// The state of a card changed.
    void stateOfCard(
            long cardId, ElderLock lock, CardState before, CardState after, Written written) {
        card(cardId, ElderChange.Kind.CARD_STATE, lock, before.name(), after, written);
    }

    private void card(
            long cardId,
            ElderChange.Kind kind,
            ElderLock lock,
            String before,
            CardState after,
            Written written) {
        audit.write(
                List.of(
                        new AuditLog.Entry(
                                AuditLog.Area.CARD,
                                written.by(),
                                kind.name(),
                                "card " + cardId,
                                "elder " + lock.elderId(),
                                AuditLog.Content.of(
                                        lock.standing().residence().code(),
                                        "state",
                                        before,
                                        after.name()))));
    }
}
