package org.nuancan.bench.city;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import org.nuancan.db.Batch;
import org.nuancan.policy.document.PolicyDocument;

/// Writes a city into an empty schema, by plain multi-row inserts.
final class CityWriter {

    private static final Instant MADE = Instant.parse("2026-10-01T00:00:00Z");
    private static final LocalDate LISTED = LocalDate.of(2022, 4, 1);
    private static final String BY = "bench";
    private static final int ELDERS_A_COMMIT = 2_000;

    private final Connection connection;
    private final City city;

    CityWriter(Connection connection, City city) {
        this.connection = connection;
        this.city = city;
    }

    void insert() throws SQLException {
        connection.setAutoCommit(false);
        sites();
        policies();
        for (var from = 0; from < city.elders(); from += ELDERS_A_COMMIT) {
            elders(from, Math.min(city.elders(), from + ELDERS_A_COMMIT));
            connection.commit();
        }
        connection.setAutoCommit(true);
    }

    private void sites() throws SQLException {
        for (var number = 0; number < city.sites(); number++) {
            var site = city.site(number);
            if (site.isProvidersFirst()) {
                provider(site);
            }
            site(site);
            prices(site);
            till(site);
            connection.commit();
        }
    }

    private void provider(Site site) throws SQLException {
        Batch.into(
                        "provider",
                        "provider_id",
                        "name",
                        "kind",
                        "district_code",
                        "account_name",
                        "account_number",
                        "bank_code")
                .row(
                        site.providerId(),
                        "餐饮" + site.providerId(),
                        "CANTEEN",
                        City.DISTRICT,
                        "餐饮",
                        "sealed",
                        "999100000001")
                .write(connection);
    }

    private void site(Site site) throws SQLException {
        var facts = site.facts();
        Batch.into(
                        "site",
                        "site_id",
                        "provider_id",
                        "district_code",
                        "division",
                        "name",
                        "type",
                        "grade",
                        "listed_from",
                        "address",
                        "latitude_micro",
                        "longitude_micro",
                        "seats",
                        "daily_capacity",
                        "version")
                .row(
                        site.id(),
                        site.providerId(),
                        City.DISTRICT,
                        facts.division().code(),
                        "助餐点%d".formatted(site.number()),
                        facts.type(),
                        facts.grade(),
                        LISTED,
                        "朝阳区",
                        39_990_000,
                        116_470_000,
                        60,
                        500,
                        1)
                .write(connection);
    }

    private void prices(Site site) throws SQLException {
        Batch.into("price_list", "list_id", "site_id", "valid_from", "set_by", "set_at")
                .row(site.id(), site.id(), Instant.parse("2000-01-01T00:00:00Z"), BY, MADE)
                .write(connection);
        var prices =
                Batch.into(
                        "price",
                        "list_id",
                        "sku",
                        "position",
                        "name",
                        "price_fen",
                        "subsidisable",
                        "open_price");
        for (var i = 0; i < City.MENU.size(); i++) {
            var dish = City.MENU.get(i);
            prices.row(site.id(), dish.sku(), i, dish.name(), dish.priceFen(), true, false);
        }
        prices.write(connection);
    }

    private void till(Site site) throws SQLException {
        Batch.into(
                        "account",
                        "name",
                        "role",
                        "site_id",
                        "area",
                        "secret_hash",
                        "epoch",
                        "created_at",
                        "created_by")
                .row(
                        site.terminal(),
                        "POS_TERMINAL",
                        site.id(),
                        site.facts().division().code(),
                        digest(City.TILL_SECRET),
                        0,
                        MADE,
                        BY)
                .write(connection);
        Batch.into("terminal", "terminal_id", "label", "activated_at")
                .row(site.terminal(), "收银台", MADE)
                .write(connection);
    }

    private void policies() throws SQLException {
        var rows =
                Batch.into(
                        "policy_version",
                        "code",
                        "version",
                        "owner",
                        "document",
                        "author",
                        "written_at",
                        "released_by",
                        "released_at");
        for (var policy : City.policies()) {
            rows.row(
                    policy.code(),
                    policy.version(),
                    policy.owner().code(),
                    PolicyDocument.text(policy),
                    BY,
                    MADE,
                    "another",
                    MADE);
        }
        rows.write(connection);
    }

    private void elders(int from, int to) throws SQLException {
        var people =
                Batch.into(
                        "elder",
                        "elder_id",
                        "version",
                        "changes",
                        "id_number_index",
                        "name_index",
                        "key_id",
                        "sealed_id_number",
                        "sealed_person",
                        "masked_name",
                        "birth_date",
                        "sex",
                        "district_code",
                        "diet",
                        "allergens",
                        "registered_at",
                        "registered_by");
        var standings =
                Batch.into(
                        "elder_standing",
                        "elder_id",
                        "valid_from",
                        "household_kind",
                        "household_division",
                        "residence_division",
                        "care_grade");
        var held =
                Batch.into(
                        "elder_category",
                        "category_id",
                        "elder_id",
                        "category",
                        "valid_from",
                        "sealed_evidence");
        var cards = Batch.into("card", "card_id", "card_number", "elder_id", "kind", "issued_at");
        for (var number = from; number < to; number++) {
            var elder = city.elder(number);
            var facts = elder.facts();
            people.row(
                    elder.id(),
                    1,
                    1,
                    sha256("id" + number),
                    sha256("name" + number % 5_000),
                    "bench",
                    new byte[48],
                    new byte[300],
                    "张*生",
                    facts.birthDate(),
                    number % 2 == 0 ? "FEMALE" : "MALE",
                    City.DISTRICT,
                    "",
                    "",
                    MADE,
                    BY);
            standings.row(
                    elder.id(),
                    facts.birthDate(),
                    facts.household().kind(),
                    facts.household().division().code(),
                    facts.residenceDivision().code(),
                    facts.careGrade());
            var categories = 0;
            for (var category : facts.categories()) {
                held.row(
                        elder.id() * 100 + categories++,
                        elder.id(),
                        category,
                        LISTED,
                        new byte[60]);
            }
            cards.row(elder.id(), elder.card(), elder.id(), "SENIOR_CARD", MADE);
        }
        people.write(connection);
        standings.write(connection);
        held.write(connection);
        cards.write(connection);
    }

    private static String digest(String secret) {
        return HexFormat.of().formatHex(sha256(secret));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException exception) {
            throw new IllegalStateException("no SHA-256", exception);
        }
    }
}
