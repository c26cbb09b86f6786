package org.nuancan.elder;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.nuancan.audit.AuditLog;
import org.nuancan.check.Facts;
import org.nuancan.elder.NewElder.NewStatus;
import org.nuancan.elder.NewElder.NewStay;
import org.nuancan.elder.NewElder.Written;
import org.nuancan.policy.ElderStatus;

/// Tells others what changed about elders and cards, in the transaction of the change: the audit
/// log, and the platform's checks, which look at an elder's meals again.
@Singleton
final class Told {

    private final AuditLog audit;
    private final Facts facts;

    Told(AuditLog audit, Facts facts) {
        this.audit = audit;
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
    void stay(Connection connection, long elderId, NewStay stay) throws SQLException {
        facts.stays(connection, elderId, stay.from(), stay.to());
    }

    /// A status: a death, or that a death was reported in error.
    void status(Connection connection, long elderId, NewStatus status) throws SQLException {
        if (status.status() == ElderStatus.DECEASED) {
            facts.died(connection, elderId, status.on());
        } else {
            facts.lives(connection, elderId);
        }
    }

    /// A card was handed out or renewed.
    void issued(Connection connection, long cardId, long elderId, Written written)
            throws SQLException {
        facts.cardIssued(connection, cardId, elderId, written.at());
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
