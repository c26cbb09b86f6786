package org.nuancan.review;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuancan.close.Provable;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;

/// Walks the histories of statements: a step a version, each from where the one before ended, the
/// last where the statement stands.
///
/// By hand, since it streams the rows of all statements of many days.
@Singleton
final class HistoryVerification implements Provable {

    private static final String STEPS =
            """
            select s.statement_id, s.state, s.version as now, h.version, h.from_state, h.to_state
              from statement s
              left join statement_step h on h.statement_id = s.statement_id
             where s.statement_date between ? and ?
             order by s.statement_id, h.version
            """;

    private final Transactions transactions;

    HistoryVerification(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Shown show(BusinessDay from, BusinessDay to) {
        return transactions.snapshot(connection -> {
            var walk = new Walk();
            Sql.on(connection, STEPS)
                    .with(from.date(), to.date())
                    .each(row -> {
                        walk.take(
                                row.number("statement_id"), row.integer("now"), row.text("state"));
                        if (row.maybeNumber("version").isPresent()) {
                            walk.take(
                                    row.integer("version"),
                                    row.text("from_state"),
                                    row.text("to_state"));
                        }
                    });
            walk.end();
            return new Shown("histories", walk.statements, walk.faults);
        });
    }

    private static final class Walk {

        private final List<String> faults = new ArrayList<>();
        private long statements;
        private long statementId;
        private int version;
        private int now;
        private String state = "";
        private @Nullable String kept;

        void take(long id, int versionNow, String stateNow) {
            if (id != statementId) {
                end();
                statements++;
                statementId = id;
                version = 1;
                now = versionNow;
                state = "CALCULATED";
                kept = stateNow;
            }
        }

        void take(int stepVersion, String from, String next) {
            version++;
            if (stepVersion != version || !from.equals(state)) {
                faults.add(
                        "statement %d: step to version %d does not follow version %d (%s)"
                                .formatted(statementId, stepVersion, version - 1, state));
                version = stepVersion;
            }
            state = next;
        }

        void end() {
            if (kept != null && (version != now || !state.equals(kept))) {
                faults.add(
                        "statement %d stands at %s, version %d; its history ends at %s, version %d"
                                .formatted(statementId, kept, now, state, version));
            }
        }
    }
}
