package org.nuancan.finance.month;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.finance.month.Readback.csv;
import static org.nuancan.finance.month.Readback.fen;
import static org.nuancan.finance.month.Readback.paper;
import static org.nuancan.finance.month.Readback.records;
import static org.nuancan.finance.month.Readback.sheet;
import static org.nuancan.finance.month.Readback.yuan;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.finance.month.Readback.Sum;
import org.nuancan.http.Client;

/// Every export of a month is added up again and compared with the books, and with what it states
/// of itself: rows, control sum, instant.
class ReaddedTest {

    private static final BooksOfAMonth MONTH = BooksOfAMonth.shared();
    private static final String JOURNAL =
            "/v1/finance/journal?date=%s&through=%s&format="
                    .formatted(BooksOfAMonth.FIRST, BooksOfAMonth.LAST);

    private static Client city() {
        return MONTH.money().city();
    }

    private static Sum books(String sql, Object... values) {
        return MONTH.money()
                .server()
                .bean(Transactions.class)
                .reading(connection ->
                        Sql.on(connection, sql)
                                .with(values)
                                .one(row -> new Sum(row.number("line_count"), row.number("fen"))));
    }

    /// The bytes, once it is shown that their headers state rows, sum and instant.
    private static byte[] stated(Client caller, String path, Sum sum) {
        var answer = caller.get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        assertThat(answer.header("X-Row-Count")).as(path).hasValue(Long.toString(sum.rows()));
        assertThat(answer.header("X-Control-Sum-Fen")).as(path).hasValue(Long.toString(sum.fen()));
        assertThat(Instant.parse(answer.header("X-As-Of").orElseThrow())).isNotNull();
        assertThat(answer.header("Content-Disposition").orElseThrow())
                .containsPattern("-%d-(rows|payments)-%d-fen".formatted(sum.rows(), sum.fen()));
        return caller.download(path);
    }

    /// The statements of the month with the most lines.
    static Stream<String> statements() {
        return MONTH
                .money()
                .server()
                .bean(Transactions.class)
                .reading(connection ->
                        Sql.on(
                                        connection,
                                        """
                                        select statement_id
                                          from statement
                                         order by line_count desc, statement_id
                                         limit 8
                                        """)
                                .list(row -> Long.toString(row.number("statement_id"))))
                .stream();
    }

    @ParameterizedTest
    @MethodSource("statements")
    void a_statement_in_all_its_forms(String id) throws IOException {
        var owed =
                books(
                        """
                        select (select count(distinct l.journal_id)
                                  from posting l
                                  join journal k on k.journal_id = l.journal_id
                                 where l.booking_date = s.statement_date
                                   and l.provider_id = s.provider_id) as line_count,
                               (select -sum(p.fen)
                                  from posting p
                                  join journal j
                                    on j.journal_id = p.journal_id and j.kind = 'CLOSE'
                                 where p.booking_date = s.statement_date
                                   and p.account_kind = 'payable'
                                   and p.account_owner = s.provider_id) as fen
                          from statement s
                         where s.statement_id = ?
                        """,
                        Long.parseLong(id));
        var path = "/v1/statements/" + id;

        assertThat(csv(stated(city(), path + "/lines.csv", owed), "payableFen")).isEqualTo(owed);
        assertThat(sheet(stated(city(), path + "/lines.xlsx", owed), 0, "payableFen"))
                .isEqualTo(owed);
        assertThat(sheet(stated(city(), path + ".xlsx", owed), 1, "payableFen")).isEqualTo(owed);
        assertThat(paper(stated(city(), path + ".pdf", owed))).isEqualTo(owed);
    }

    static Stream<Client> readers() {
        return Stream.concat(
                Stream.of(city()),
                BooksOfAMonth.DISTRICTS.stream().map(code -> MONTH.money().finance(code)));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void the_month_of_the_accountant(Client reader) throws IOException {
        var claims = new TreeMap<String, Long>();
        for (var district : BooksOfAMonth.DISTRICTS) {
            if (sees(reader, district)) {
                claims.putAll(claims(district));
            }
        }
        var all = new Sum(claims.size(), claims.values().stream().mapToLong(fen -> fen).sum());
        var path = "/v1/finance/month?month=2026-11&format=";

        var rows = records(stated(reader, path + "csv", all));
        var byPayer = new TreeMap<String, Long>();
        rows.forEach(row ->
                byPayer.put(
                        row.getField("providerId") + " " + row.getField("payer"),
                        Long.parseLong(row.getField("claimFen"))));
        assertThat(byPayer).isEqualTo(claims);
        assertThat(sheet(stated(reader, path + "xlsx", all), 0, "claimFen")).isEqualTo(all);
    }

    private static boolean sees(Client reader, String district) {
        return reader.get("/v1/finance/trial-balance").body().contains("\"bank:" + district + '"');
    }

    private static Map<String, Long> claims(String district) {
        var claims = new TreeMap<String, Long>();
        var _ =
                MONTH.money()
                        .server()
                        .bean(Transactions.class)
                        .reading(connection -> {
                            Sql.on(
                                            connection,
                                            """
                                            select provider_id, account_owner, sum(fen) as fen
                                              from posting
                                             where paying_district = ? and account_kind = 'claim'
                                               and provider_id > 0
                                               and booking_date between ? and ?
                                             group by provider_id, account_owner
                                            """)
                                    .with(district, BooksOfAMonth.FIRST, BooksOfAMonth.LAST)
                                    .forEach(row ->
                                            claims.put(
                                                    row.number("provider_id")
                                                            + " "
                                                            + row.text("account_owner"),
                                                    row.number("fen")));
                            return district;
                        });
        return claims;
    }

    @ParameterizedTest
    @MethodSource("readers")
    void the_journal_in_all_its_forms(Client reader) {
        var own =
                BooksOfAMonth.DISTRICTS.stream()
                        .filter(district -> sees(reader, district))
                        .toList();
        var debits =
                books(
                        """
                        select count(*) as line_count, sum(if(fen > 0, fen, 0)) as fen
                          from posting
                         where booking_date between ? and ? and paying_district in (?, ?)
                        """,
                        BooksOfAMonth.FIRST,
                        BooksOfAMonth.LAST,
                        own.getFirst(),
                        own.getLast());

        var rows = records(stated(reader, JOURNAL + "csv", debits));
        assertThat(
                        new Sum(
                                rows.size(),
                                rows.stream()
                                        .mapToLong(row -> Long.parseLong(row.getField("fen")))
                                        .filter(fen -> fen > 0)
                                        .sum()))
                .isEqualTo(debits);
        assertThat(stated(reader, JOURNAL + "json", debits)).isNotEmpty();
        assertThat(json(reader.get(JOURNAL + "json").json())).isEqualTo(debits);
        var text = new String(stated(reader, JOURNAL + "hledger", debits), UTF_8);
        assertThat(text.lines().findFirst().orElseThrow())
                .contains(
                        "as of 2026-11-30T",
                        debits.rows() + " postings",
                        "debits " + yuan(debits.fen()) + " CNY");
        var amounts =
                text.lines()
                        .filter(line -> line.startsWith("    ") && line.endsWith(" CNY"))
                        .map(line -> line.substring(line.lastIndexOf("  ") + 2))
                        .map(amount -> fen(amount.replace(" CNY", "")))
                        .toList();
        assertThat(new Sum(amounts.size(), positive(amounts))).isEqualTo(debits);
    }

    private static Sum json(JsonNode journal) {
        assertThat(Instant.parse(journal.at("/asOf").asText())).isNotNull();
        var amounts = journal.findValues("fen").stream().map(JsonNode::asLong).toList();
        assertThat(journal.at("/postings").asLong()).isEqualTo(amounts.size());
        assertThat(journal.at("/controlSumFen").asLong()).isEqualTo(positive(amounts));
        assertThat(journal.at("/journals").asInt()).isEqualTo(journal.at("/items").size());
        return new Sum(amounts.size(), positive(amounts));
    }

    private static long positive(List<Long> amounts) {
        return amounts.stream().mapToLong(fen -> fen).filter(fen -> fen > 0).sum();
    }

    static Stream<String> districts() {
        return BooksOfAMonth.DISTRICTS.stream();
    }

    @ParameterizedTest
    @MethodSource("districts")
    void the_files_for_the_bank(String district) {
        var finance = MONTH.money().finance(district);
        var batches = finance.get("/v1/payment-batches").at("/items");
        assertThat(batches).isNotEmpty();
        for (var batch : batches) {
            var sent =
                    books(
                            """
                            select count(*) as line_count, -sum(p.fen) as fen
                              from payment y
                              join journal j
                                on j.cause_kind = 'PAYMENT' and j.cause_id = y.payment_id
                               and j.kind = 'SENT'
                              join posting p
                                on p.journal_id = j.journal_id and p.account_kind = 'transit'
                             where y.batch_id = ?
                            """,
                            batch.at("/batchId").asLong());
            var path = "/v1/payment-batches/" + batch.at("/batchId").asText() + "/file?format=";
            var rows = records(stated(finance, path + "csv", sent));
            assertThat(
                            new Sum(
                                    rows.size(),
                                    rows.stream()
                                            .mapToLong(row ->
                                                    Long.parseLong(row.getField("amountFen")))
                                            .sum()))
                    .isEqualTo(sent);
            var pain = new String(stated(finance, path + "pain001", sent), UTF_8);
            assertThat(between(pain, "NbOfTxs").getFirst()).isEqualTo(Long.toString(sent.rows()));
            assertThat(fen(between(pain, "CtrlSum").getFirst())).isEqualTo(sent.fen());
            var amounts =
                    Pattern.compile("<(?:\\w+:)?InstdAmt[^>]*>([0-9.]+)<")
                            .matcher(pain)
                            .results()
                            .map(found -> fen(found.group(1)))
                            .toList();
            assertThat(new Sum(amounts.size(), positive(amounts))).isEqualTo(sent);
        }
    }

    private static List<String> between(String xml, String element) {
        return Pattern.compile("<(?:\\w+:)?" + element + ">([^<]*)<")
                .matcher(xml)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
