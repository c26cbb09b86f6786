package org.nuancan.sale.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuancan.db.Batch;
import org.nuancan.db.Ids;
import org.nuancan.db.Transactions;
import org.nuancan.http.ServerUnderTest;
import org.nuancan.money.Fen;
import org.nuancan.policy.LimitOn;
import org.nuancan.policy.LimitPer;
import org.nuancan.till.Canteen;

/// policy.md: a limit counts over all versions of a policy, also what was granted before it.
class GrantsUnderLimitTest {

    private static final ServerUnderTest SERVER = ServerUnderTest.get();
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 11, 30);

    private record Given(
            long siteId, long providerId, LocalDate date, String slot, long fen, long refunded) {}

    private final Transactions transactions = SERVER.bean(Transactions.class);
    private final String code = ServerUnderTest.unique("SUMS");
    private final List<long[]> places = new ArrayList<>();
    private final List<Given> all = new ArrayList<>();

    @BeforeEach
    void grants() {
        for (var i = 0; i < 3; i++) {
            var canteen = Canteen.open();
            places.add(new long[] {canteen.siteId(), Long.parseLong(canteen.providerId())});
        }
        var random = new Random(7);
        for (var i = 0; i < 300; i++) {
            var place = places.get(random.nextInt(places.size()));
            all.add(
                    new Given(
                            place[0],
                            place[1],
                            FIRST.minusDays(2).plusDays(random.nextInt(34)),
                            random.nextBoolean() ? "LUNCH" : "DINNER",
                            100 + random.nextInt(900),
                            random.nextInt(100)));
        }
        write();
    }

    private void write() {
        var ids = SERVER.bean(Ids.class);
        var rows =
                Batch.into(
                        "order_grant",
                        "order_id",
                        "line",
                        "elder_id",
                        "site_id",
                        "provider_id",
                        "policy_code",
                        "policy_version",
                        "side",
                        "service_date",
                        "slot",
                        "fen",
                        "refunded_fen",
                        "counts");
        for (var one : all) {
            for (var each : List.of(code, code + "X")) {
                rows.row(
                        ids.next(),
                        1,
                        1L,
                        one.siteId,
                        one.providerId,
                        each,
                        1,
                        "DINER",
                        one.date,
                        one.slot,
                        one.fen,
                        one.refunded,
                        1);
            }
        }
        var _ =
                transactions.inOne(connection -> {
                    rows.write(connection);
                    return true;
                });
    }

    private Tally sum(
            LimitOn on, long subjectId, LimitPer per, LocalDate from, LocalDate to, String slot) {
        var counter = new Counter(code, subjectId, on, per, from, to, slot);
        return transactions.reading(connection -> GrantsUnderLimit.sum(connection, counter));
    }

    private Tally byHand(Predicate<Given> counted) {
        return all.stream()
                .filter(counted)
                .map(one -> new Tally(1, Fen.of(one.fen - one.refunded)))
                .reduce(Tally.NOTHING, Tally::plus);
    }

    private static boolean inMonth(Given one) {
        return !one.date.isBefore(FIRST) && !one.date.isAfter(LAST);
    }

    @Test
    void a_month_of_a_provider_is_that_of_its_sites_alone() {
        for (var place : places) {
            assertThat(sum(LimitOn.PROVIDER, place[1], LimitPer.MONTH, FIRST, LAST, ""))
                    .isEqualTo(byHand(one -> inMonth(one) && one.providerId == place[1]));
        }
    }

    @Test
    void a_meal_of_a_site_is_one_slot_of_one_day() {
        for (var day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            var date = day;
            var siteId = places.getFirst()[0];
            assertThat(sum(LimitOn.SITE, siteId, LimitPer.SLOT, date, date, "LUNCH"))
                    .isEqualTo(
                            byHand(one ->
                                    one.date.equals(date)
                                            && one.slot.equals("LUNCH")
                                            && one.siteId == siteId));
        }
    }

    @Test
    void a_month_of_a_policy_is_all_of_it() {
        assertThat(sum(LimitOn.POLICY, 0, LimitPer.MONTH, FIRST, LAST, ""))
                .isEqualTo(byHand(GrantsUnderLimitTest::inMonth));
    }

    @Test
    void for_ever_is_every_day_there_is() {
        var place = places.getFirst();

        assertThat(
                        sum(
                                LimitOn.SITE,
                                place[0],
                                LimitPer.EVER,
                                LocalDate.of(1, 1, 1),
                                LocalDate.of(9999, 12, 31),
                                ""))
                .isEqualTo(byHand(one -> one.siteId == place[0]));
    }

    @Test
    void a_site_without_grants_has_used_no_limit() {
        assertThat(sum(LimitOn.PROVIDER, 0, LimitPer.YEAR, FIRST, LAST, ""))
                .isEqualTo(Tally.NOTHING);
    }
}
