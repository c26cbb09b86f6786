package org.nuancan.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nuancan.payment.Batch.Payment;
import org.nuancan.reconcile.Kind;

/// Rules that hold for a month, whatever has happened in it.
record Laws(Month month) {

    void holdAnyTime() {
        var balances = month.hall.balances(month.district);
        assertThat(balances.values().stream().mapToLong(fen -> fen).sum()).isZero();
        everyLineStandsOnOneStatement();
        everyOrderStandsOnOneStatement();
        everyMealOfTheDeadIsFound();
        for (var provider : month.providers) {
            whatIsPayableIsAccountedFor(provider, balances);
        }
        for (var payer : List.of("11", month.district)) {
            var claimed =
                    month.town.number(
                            """
                            select coalesce(sum(fen), 0) as answer
                              from posting
                             where paying_district = ? and account_kind = 'claim'
                               and account_owner = ? and provider_id > 0
                            """,
                            month.district,
                            payer);
            var funded =
                    month.town.number(
                            """
                            select coalesce(sum(fen), 0) as answer
                              from money_receipt
                             where district_code = ? and source_kind = 'PAYER' and source = ?
                            """,
                            month.district,
                            payer);
            assertThat(claimed).isEqualTo(funded + balances.getOrDefault("claim:" + payer, 0L));
        }
    }

    private void everyLineStandsOnOneStatement() {
        var booked =
                month.town.number(
                        """
                        select count(distinct p.journal_id, p.provider_id) as answer
                          from posting p
                          join business_day d on d.day = p.booking_date and d.state = 'CLOSED'
                         where p.paying_district = ? and p.provider_id > 0
                        """,
                        month.district);
        var lines =
                month.town.number(
                        """
                        select coalesce(sum(line_count), 0) as answer
                          from statement
                         where district_code = ?
                        """,
                        month.district);
        assertThat(lines).isEqualTo(booked);
    }

    private void everyOrderStandsOnOneStatement() {
        var once =
                month.town.number(
                        """
                        select count(*) as answer
                          from (select j.order_id
                                  from journal j
                                  join posting p
                                    on p.journal_id = j.journal_id and p.account_kind = 'earned'
                                  join statement s
                                    on s.provider_id = p.provider_id
                                   and s.statement_date = p.booking_date
                                 where j.kind = 'MEAL' and j.paying_district = ?
                                 group by j.order_id
                                having count(distinct s.statement_id) = 1) o
                        """,
                        month.district);
        assertThat(once).isEqualTo(month.orders.size());
    }

    /// However late a death is reported: each later meal on a statement is found, with its line,
    /// and no other meal is.
    private void everyMealOfTheDeadIsFound() {
        var meals =
                month.town.number(
                        """
                        select count(*) as answer
                          from meal_fact f
                          join death_fact d on d.elder_id = f.elder_id
                         where f.district_code = ? and f.service_date >= d.died_on
                        """,
                        month.district);
        var found =
                month.town.number(
                        """
                        select count(*) as answer
                          from anomaly a
                          join meal_fact f on f.order_id = a.order_id
                          join death_fact d
                            on d.elder_id = f.elder_id and f.service_date >= d.died_on
                          join statement s
                            on s.statement_id = a.statement_id
                           and s.statement_date = f.booking_date
                           and s.provider_id = f.provider_id
                         where f.district_code = ? and a.code = 'DEAD_ELDER'
                           and a.journal_id is not null
                        """,
                        month.district);
        var all =
                month.town.number(
                        """
                        select count(*) as answer
                          from anomaly
                         where district_code = ? and code = 'DEAD_ELDER'
                        """,
                        month.district);
        assertThat(found).isEqualTo(meals).isEqualTo(all);
    }

    /// payable = paid + on its way + open (carried where negative) + held + recovered from hold,
    /// less paid-in money.
    private void whatIsPayableIsAccountedFor(long provider, Map<String, Long> balances) {
        var paidIn =
                month.town.number(
                        """
                        select coalesce(sum(m.fen), 0) as answer
                          from receipt_match m
                          join statement s on s.statement_id = m.subject_id
                         where m.subject_kind = 'DEBT' and s.provider_id = ?
                        """,
                        provider);
        var payments = new HashMap<PaymentState, Long>();
        for (var batch : month.hall.batches(month.district)) {
            for (Payment payment : batch.payments()) {
                if (payment.providerId() == provider) {
                    payments.merge(payment.state(), payment.fen().value(), Long::sum);
                }
            }
        }
        var paid = payments.getOrDefault(PaymentState.SETTLED, 0L);
        var onItsWay =
                payments.getOrDefault(PaymentState.SENT, 0L)
                        + payments.getOrDefault(PaymentState.UNKNOWN, 0L);
        var payable = 0L;
        var held = 0L;
        var open = 0L;
        for (var statement : month.hall.statements(month.district)) {
            if (statement.provider() == provider) {
                payable += statement.payable();
                held += statement.held();
                if (!List.of("PAID", "IN_PAYMENT").contains(statement.state())) {
                    open +=
                            statement.payable()
                                    - statement.held()
                                    + paidInOn(statement.statementId());
                }
            }
        }
        assertThat(payable + paidIn)
                .as("provider %d", provider)
                .isEqualTo(paid + onItsWay + open + held);
        assertThat(-balances.getOrDefault("payable:" + provider, 0L)).isEqualTo(open);
    }

    private long paidInOn(long statementId) {
        return month.town.number(
                """
                select coalesce(sum(fen), 0) as answer
                  from receipt_match
                 where subject_kind = 'DEBT' and subject_id = ?
                """,
                statementId);
    }

    void holdInTheEnd() {
        assertThat(month.hall.statements(month.district))
                .allMatch(statement -> statement.state().equals("PAID"));
        for (var balance : month.hall.balances(month.district).entrySet()) {
            var name = balance.getKey();
            if (name.startsWith("payable:") || name.startsWith("transit:")) {
                assertThat(balance.getValue()).as(name).isZero();
            }
            if (name.startsWith("claim:") || name.startsWith("collected:")) {
                assertThat(balance.getValue()).as(name).isNotPositive();
            }
        }
        for (var day : month.days) {
            // Money that came in before any debt is not a fault.
            assertThat(month.differences(day))
                    .as(day.toString())
                    .isSubsetOf(EnumSet.of(Kind.IN_ADVANCE));
        }
    }
}
