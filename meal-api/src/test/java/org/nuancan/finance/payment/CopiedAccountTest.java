package org.nuancan.finance.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.seal.SealedValues;

/// Somebody with the database's password copies a sealed account number into another row.
class CopiedAccountTest {

    private static final Treasury MONEY = Treasury.shared();

    @BeforeEach
    void next_day() {
        MONEY.nextDay();
    }

    @Test
    void an_account_copied_from_another_provider_gets_no_money_and_verify_names_it() {
        var robbed = MONEY.canteen("110311", 1);
        var honest = MONEY.canteen("110311", 1);
        MONEY.close();
        MONEY.approve(MONEY.statement(robbed), robbed, "officer");
        MONEY.approve(MONEY.statement(honest), honest, "officer");
        var kept = read("provider", "provider_id", robbed.providerId());
        write(
                "provider",
                "provider_id",
                robbed.providerId(),
                read("provider", "provider_id", honest.providerId()));

        assertThat(faults())
                .containsExactly(
                        "provider.account_number of %s does not open: it was changed or belongs to another record or column"
                                .formatted(robbed.providerId()));
        var officer = MONEY.server().as(Role.DISTRICT_OFFICER, ScopeWords.district("110311"));
        assertThat(officer.get("/v1/providers/" + robbed.providerId()).text("/bankAccount/number"))
                .isEqualTo("*".repeat(16));
        assertThat(officer.get("/v1/providers?limit=500").status()).isEqualTo(200);
        var batch = MONEY.pay(MONEY.finance("110311"), "110311");
        assertThat(batch.status()).as(batch.toString()).isEqualTo(201);
        assertThat(batch.number("/count")).isEqualTo(1);
        assertThat(batch.text("/payments/0/providerId")).isEqualTo(honest.providerId());
        assertThat(batch.text("/waiting/0/providerId")).isEqualTo(robbed.providerId());
        assertThat(batch.text("/waiting/0/why")).isEqualTo("ACCOUNT_UNREADABLE");

        write("provider", "provider_id", robbed.providerId(), kept);
        assertThat(faults()).isEmpty();
        assertThat(MONEY.pay(MONEY.finance("110311"), "110311").text("/payments/0/providerId"))
                .isEqualTo(robbed.providerId());
    }

    @Test
    void an_account_copied_between_payments_makes_no_file() {
        var one = MONEY.canteen("110312", 1);
        var other = MONEY.canteen("110312", 1);
        MONEY.close();
        MONEY.approve(MONEY.statement(one), one, "officer");
        MONEY.approve(MONEY.statement(other), other, "officer");
        var batch = MONEY.pay(MONEY.finance("110312"), "110312");
        var file = "/v1/payment-batches/" + batch.text("/batchId") + "/file";
        var first = batch.text("/payments/0/endToEndId").substring(2);
        var second = batch.text("/payments/1/endToEndId").substring(2);
        var kept = read("payment", "payment_id", first);
        write("payment", "payment_id", first, read("payment", "payment_id", second));

        assertThat(MONEY.finance("110312").get(file).status()).isEqualTo(500);
        assertThat(faults())
                .singleElement()
                .asString()
                .contains("payment.account_number of " + first);

        write("payment", "payment_id", first, kept);
        assertThat(MONEY.finance("110312").get(file).status()).isEqualTo(200);
    }

    private static List<String> faults() {
        var opened = MONEY.server().bean(SealedValues.class).openAll();
        assertThat(opened.values()).isPositive();
        return opened.faults();
    }

    private static String read(String table, String key, String id) {
        return MONEY.server()
                .bean(Transactions.class)
                .reading(connection ->
                        Sql.on(
                                        connection,
                                        "select account_number from %s where %s = ?"
                                                .formatted(table, key))
                                .with(id)
                                .one(row -> row.text("account_number")));
    }

    private static void write(String table, String key, String id, String sealed) {
        var _ =
                MONEY.server()
                        .bean(Transactions.class)
                        .inOne(connection ->
                                Sql.on(
                                                connection,
                                                "update %s set account_number = ? where %s = ?"
                                                        .formatted(table, key))
                                        .with(sealed, id)
                                        .run());
    }
}
