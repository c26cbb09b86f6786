package org.nuancan.payment;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.nuancan.check.Anomalies;
import org.nuancan.check.Anomaly;
import org.nuancan.check.CheckCode;
import org.nuancan.db.Sql;
import org.nuancan.payment.TownHall.Standing;
import org.nuancan.review.Disputing;
import org.nuancan.review.Holds;
import org.nuancan.review.Review.Seen;
import org.nuancan.review.step.Disputes;
import org.nuancan.review.step.Outcome;
import org.nuancan.review.step.Reviewer;

/// Random decisions of officers and managers on the statements of a month.
record Officers(Month month, Random dice) {

    void act() {
        month.hall.statements(month.district).forEach(this::act);
        findings().forEach(this::decide);
    }

    /// A step of the review, a dispute, a hold, a release, or a recovery. It may concern a line
    /// that was paid long ago, as when a death is reported late.
    private void act(Standing statement) {
        switch (dice.nextInt(8)) {
            case 0, 1, 2, 3 -> month.hall.stepOn(statement, month.district);
            case 4 -> onALine(statement, Act.HOLD);
            case 5 -> onALine(statement, Act.RELEASE);
            case 6 -> {
                if (dice.nextInt(3) == 0) {
                    onALine(statement, Act.RECOVER);
                }
            }
            default -> dispute(statement);
        }
    }

    private enum Act {
        HOLD,
        RELEASE,
        RECOVER
    }

    private void onALine(Standing statement, Act act) {
        var lines = lines(statement.statementId());
        if (lines.isEmpty()) {
            return;
        }
        var line =
                new Holds.Line(
                        Seen.any(statement.statementId()), lines.get(dice.nextInt(lines.size())));
        var holds = month.town.bean(Holds.class);
        holds.prepare();
        var officer = TownHall.officer(month.district);
        Outcome _ =
                month.town.in(_ -> {
                    var booking = holds.lockDay();
                    return switch (act) {
                        case HOLD -> holds.hold(booking, line, officer, "why");
                        case RELEASE -> holds.release(booking, line, officer, "why");
                        case RECOVER -> holds.recover(booking, line, officer, "why");
                    };
                });
    }

    private List<Long> lines(long statementId) {
        return month.town.in(connection ->
                Sql.on(
                                connection,
                                """
                                select distinct j.journal_id
                                  from statement s
                                  join posting p on p.booking_date = s.statement_date
                                                and p.provider_id = s.provider_id
                                  join journal j on j.journal_id = p.journal_id and j.kind = 'MEAL'
                                 where s.statement_id = ?
                                 order by j.journal_id
                                """)
                        .with(statementId)
                        .list(row -> row.number("journal_id")));
    }

    private void dispute(Standing statement) {
        var manager = new Reviewer("manager", new Reviewer.Reach.OfProvider(statement.provider()));
        var seen = Seen.any(statement.statementId());
        Outcome _ =
                month.town.in(_ -> {
                    var disputing = month.town.bean(Disputing.class);
                    var open =
                            month.town.bean(Disputes.class).of(statement.statementId()).stream()
                                    .filter(Disputes.Dispute::isOpen)
                                    .findFirst();
                    return open.isEmpty()
                            ? disputing.dispute(seen, manager, 1 + dice.nextInt(9), "missing")
                            : disputing.resolve(
                                    seen,
                                    manager,
                                    open.get().disputeId(),
                                    Disputes.Verdict.WITHDRAWN,
                                    "found");
                });
    }

    /// The undecided findings of the checks about single lines.
    private List<Anomaly> findings() {
        var filter =
                new Anomalies.Filter(
                        Optional.of(month.district),
                        Optional.empty(),
                        Optional.of(CheckCode.DEAD_ELDER),
                        Optional.of(true),
                        Optional.empty());
        return month.town.bean(Anomalies.class).list(filter, Long.MAX_VALUE, 500);
    }

    /// Recovers most meals of the dead, from the statement's sum or from the provider's next one.
    private void decide(Anomaly finding) {
        if (dice.nextInt(3) == 0) {
            return;
        }
        var verdict = dice.nextInt(4) == 0 ? Anomalies.Verdict.GENUINE : Anomalies.Verdict.RECOVER;
        var found = finding.line().orElseThrow();
        var line = new Holds.Line(Seen.any(found.statementId()), found.journalId());
        var officer = TownHall.officer(month.district);
        var holds = month.town.bean(Holds.class);
        holds.prepare();
        var _ =
                month.town.in(_ -> {
                    var booking = holds.lockDay();
                    Outcome _ =
                            switch (verdict) {
                                case GENUINE -> holds.release(booking, line, officer, "alive");
                                case RECOVER -> holds.recover(booking, line, officer, "dead");
                            };
                    return month.town
                            .bean(Anomalies.class)
                            .resolve(
                                    finding.anomalyId(),
                                    verdict,
                                    "seen",
                                    officer.name(),
                                    finding.foundAt());
                });
    }

    void resolveAllDisputes() {
        for (var statement : month.hall.statements(month.district)) {
            var manager =
                    new Reviewer("manager", new Reviewer.Reach.OfProvider(statement.provider()));
            var _ =
                    month.town.in(_ -> {
                        for (var dispute :
                                month.town.bean(Disputes.class).of(statement.statementId())) {
                            if (dispute.isOpen()) {
                                var _ =
                                        month.town
                                                .bean(Disputing.class)
                                                .resolve(
                                                        Seen.any(statement.statementId()),
                                                        manager,
                                                        dispute.disputeId(),
                                                        Disputes.Verdict.WITHDRAWN,
                                                        "found");
                            }
                        }
                        return statement;
                    });
        }
    }
}
