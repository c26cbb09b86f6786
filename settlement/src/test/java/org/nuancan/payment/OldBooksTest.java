package org.nuancan.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuancan.audit.AuditLog;
import org.nuancan.audit.Sealing;
import org.nuancan.close.verification.Provable;
import org.nuancan.day.BusinessDay;
import org.nuancan.day.SettableClock;
import org.nuancan.db.DatabaseFailure;
import org.nuancan.db.Sql;
import org.nuancan.ledger.TenderType;
import org.nuancan.payment.Town.Lunch;
import org.nuancan.retention.Retention;
import org.nuancan.retention.Retention.Run;
import org.nuancan.review.Holds;
import org.nuancan.review.Review.Seen;

/// Two days of a town with payments received and made, and what is deleted in time (6, 10 and 30
/// days represent 6 months, 10 and 30 years): finished records are deleted, open ones stay, and the
/// rest can still be proved.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OldBooksTest {

    private static final Town TOWN =
            new Town(
                    Map.of(
                            "nuancan.retention.access-logs", "P6D",
                            "nuancan.retention.statements", "P10D",
                            "nuancan.retention.journals", "P30D"));

    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private static final Month MONTH = new Month(TOWN, "110105", DAY);

    private static TreeMap<String, Long> before = new TreeMap<>();

    /// The first provider is paid completely; a line of the second's statement is on hold; the
    /// third's statement is not approved.
    @BeforeAll
    static void two_days() {
        for (var day = 0; day < 2; day++) {
            for (var provider : MONTH.providers) {
                MONTH.orders.add(lunch(provider));
            }
            MONTH.close();
        }
        // The close processes providers in no fixed order, so the ids do not show the provider.
        MONTH.hall.statements("110105").stream()
                .filter(statement -> statement.provider() == MONTH.providers.get(1))
                .findFirst()
                .ifPresent(statement -> hold(statement.statementId()));
        for (var step = 0; step < 2; step++) {
            MONTH.hall.statements("110105").stream()
                    .filter(statement -> statement.provider() != MONTH.providers.getLast())
                    .forEach(statement -> MONTH.hall.stepOn(statement, "110105"));
        }
        var batch = ((BatchOutcome.Made) MONTH.hall.pay("110105", MONTH.today())).batch();
        for (var payment : batch.payments()) {
            var _ =
                    MONTH.hall.answer(
                            batch, List.of(MONTH.hall.result(payment, PaymentState.SETTLED)));
        }
        new Bank(MONTH, new Random(1)).receiveAll();
        signedIn("first");
        signedIn("second");
        before = new TreeMap<>(MONTH.hall.balances("110105"));
    }

    @AfterAll
    static void end() {
        TOWN.close();
    }

    private static Town.Order lunch(long provider) {
        return TOWN.sell(
                new Lunch(
                        provider,
                        "110105",
                        // The checks would flag an elder who ate at all of them on one day.
                        MONTH.elders.get(MONTH.providers.indexOf(provider)),
                        1800,
                        500,
                        300,
                        0,
                        TenderType.ECNY,
                        MONTH.today()));
    }

    private static void hold(long statementId) {
        var journal =
                TOWN.number(
                        """
                        select p.journal_id as answer
                          from statement s
                          join posting p
                            on p.provider_id = s.provider_id and p.booking_date = s.statement_date
                         where s.statement_id = ?
                         limit 1
                        """,
                        statementId);
        var holds = TOWN.bean(Holds.class);
        holds.prepare();
        var _ =
                TOWN.in(_ ->
                        holds.hold(
                                holds.lockDay(),
                                new Holds.Line(Seen.any(statementId), journal),
                                TownHall.officer("110105"),
                                "why"));
    }

    private static void signedIn(String who) {
        var _ =
                TOWN.in(_ -> {
                    TOWN.bean(AuditLog.class)
                            .write(
                                    List.of(
                                            new AuditLog.Entry(
                                                    AuditLog.Area.SIGN_IN,
                                                    who,
                                                    "SIGNED_IN",
                                                    "account " + who,
                                                    "")));
                    return who;
                });
        var _ = TOWN.bean(Sealing.class).seal();
    }

    private static Run ranOn(LocalDate day, String kind) {
        TOWN.bean(SettableClock.class).set(new BusinessDay(day).begins().plusSeconds(3600));
        return TOWN.bean(Retention.class).run().stream()
                .filter(run -> run.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static long count(String table) {
        return TOWN.number("select count(*) as answer from " + table);
    }

    private static String hash(String column, String table, long provider) {
        var sql = "select %s from %s where provider_id = ?".formatted(column, table);
        return TOWN.in(
                connection -> Sql.on(connection, sql).with(provider).one(row -> row.text(column)));
    }

    private static List<String> faults() {
        var from = new BusinessDay(LocalDate.of(2026, 1, 1));
        var to = new BusinessDay(LocalDate.of(2099, 1, 1));
        return TOWN.beans(Provable.class).stream()
                .map(provable -> provable.show(from, to))
                .flatMap(shown -> shown.faults().stream().map(fault -> shown.kind() + fault))
                .toList();
    }

    private static void everythingIsProved() {
        assertThat(faults()).isEmpty();
    }

    @Order(1)
    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from journal",
                "delete from posting",
                "delete from statement_step",
                "delete from audit_link",
                "delete from audit_entry",
                "delete from statement",
            })
    void records_that_are_not_old_cannot_be_deleted(String sql) {
        assertThatThrownBy(() -> run(sql))
                .isInstanceOf(DatabaseFailure.class)
                .hasStackTraceContaining("never deleted");
    }

    private static void run(String sql) {
        var _ = TOWN.in(connection -> Sql.on(connection, sql).run());
    }

    @Test
    @Order(2)
    void the_beginning_of_the_sign_ins_is_deleted_and_the_rest_is_still_a_chain() {
        var run = ranOn(DAY.plusDays(9), "access-logs");
        assertThat(run.due()).isEqualTo(2);
        assertThat(run.deleted()).isEqualTo(2);
        assertThat(count("audit_entry where area = 'SIGN_IN'")).isZero();
        everythingIsProved();

        signedIn("third");
        everythingIsProved();
        assertThat(ranOn(DAY.plusDays(10), "access-logs").due()).isZero();
        assertThat(count("audit_link where area = 'SIGN_IN' and sequence = 3")).isEqualTo(1);
        assertThat(count("audit_entry where area = 'REVIEW'")).isPositive();
        run("update audit_head set hash = repeat('1', 64) where area = 'SIGN_IN'");
        assertThat(faults()).hasSize(1);
        run(
                """
                update audit_head h join audit_link l on l.area = h.area and l.sequence = 3
                   set h.hash = l.hash where h.area = 'SIGN_IN'
                """);
    }

    @Test
    @Order(3)
    void statements_are_deleted_with_their_records_unless_they_are_open() {
        assertThat(ranOn(DAY.plusDays(10), "statements").due()).isZero();
        var run = ranOn(DAY.plusDays(10 + 9), "statements");

        assertThat(run.due()).isEqualTo(6);
        assertThat(run.deleted()).isEqualTo(3);
        assertThat(MONTH.hall.statements("110105"))
                .extracting(TownHall.Standing::provider, TownHall.Standing::state)
                .containsExactlyInAnyOrder(
                        tuple(MONTH.providers.get(1), "PAID"),
                        tuple(MONTH.providers.get(2), "CHECKED"),
                        tuple(MONTH.providers.get(2), "CHECKED"));
        for (var table : List.of("statement_step", "statement_fund", "statement_person")) {
            assertThat(
                            count(
                                    table
                                            + " x where not exists (select 1 from statement s where"
                                            + " s.statement_id = x.statement_id)"))
                    .as(table)
                    .isZero();
        }
        assertThat(count("journal")).isPositive();
        assertThat(count("meal_fact")).isEqualTo(3);
        assertThat(MONTH.hall.balances("110105")).isEqualTo(before);
        everythingIsProved();
    }

    @Test
    @Order(4)
    void the_next_statement_of_a_provider_follows_the_deleted_one() {
        var provider = MONTH.providers.getFirst();
        var last = hash("content_hash", "statement_anchor", provider);
        var day = DAY.plusDays(10 + 10);
        TOWN.noonOf(day);
        var _ =
                TOWN.sell(
                        new Lunch(
                                provider,
                                "110105",
                                MONTH.elders.getFirst(),
                                1800,
                                500,
                                0,
                                0,
                                TenderType.CASH,
                                day));
        TOWN.noonOf(day.plusDays(1));
        TOWN.close(day);

        assertThat(hash("previous_hash", "statement", provider)).isEqualTo(last);
        everythingIsProved();
    }

    @Test
    @Order(5)
    void journals_go_as_far_as_no_statement_needs_them_and_balances_stay() {
        var balances = MONTH.hall.balances("110105");
        var journals = count("journal");
        var kept = ranOn(DAY.plusDays(30 + 9), "journals");
        assertThat(kept.due()).isPositive();
        // Statements of both days are open.
        assertThat(kept.deleted()).isZero();
        assertThat(count("journal")).isEqualTo(journals);

        run("update statement set state = 'PAID' where statement_date < '2026-11-11'");
        run("update line_decision set open = null, state = 'GENUINE', left_fen = 0");
        var run = ranOn(DAY.plusDays(30 + 9), "journals");
        assertThat(run.deleted()).isZero();
        // Their statements were deleted in that run, after the step for journals.
        var next = ranOn(DAY.plusDays(30 + 10), "journals");
        assertThat(next.deleted()).isEqualTo(kept.due());
        assertThat(count("journal where booking_date < '2026-11-11'")).isZero();
        assertThat(count("posting where booking_date < '2026-11-11'")).isZero();
        assertThat(MONTH.hall.balances("110105")).isEqualTo(balances);
        assertThat(balances.values().stream().mapToLong(fen -> fen).sum()).isZero();
        everythingIsProved();
    }
}
