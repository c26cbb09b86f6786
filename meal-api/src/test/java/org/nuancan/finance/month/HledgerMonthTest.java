package org.nuancan.finance.month;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuancan.http.Client;
import org.nuancan.ledger.JournalKind;

/// The journal of a whole month as text for a program of others, Debian's `hledger`: it comes to
/// the balances of the books, account by account.
class HledgerMonthTest {

    private static final BooksOfAMonth MONTH = BooksOfAMonth.shared();

    private static String journal(Client caller, LocalDate from, LocalDate through) {
        var answer =
                caller.get(
                        "/v1/finance/journal?format=hledger&date=%s&through=%s"
                                .formatted(from, through));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.body();
    }

    private static Map<String, String> balances(String journal)
            throws IOException, InterruptedException {
        var file = Files.createTempFile("books", ".journal");
        Files.writeString(file, journal);
        var process =
                new ProcessBuilder(
                                "hledger",
                                "-f",
                                file.toString(),
                                "bal",
                                "--flat",
                                "--empty",
                                "--no-total",
                                "-O",
                                "csv")
                        .start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor())
                .as(new String(process.getErrorStream().readAllBytes(), UTF_8))
                .isZero();
        Files.delete(file);
        var balances = new TreeMap<String, String>();
        try (var reader = CsvReader.builder().ofNamedCsvRecord(said)) {
            reader.forEach(row -> balances.put(row.getField("account"), row.getField("balance")));
        }
        return balances;
    }

    private static Map<String, String> ours(Client caller, LocalDate asOf) {
        var balances = new TreeMap<String, String>();
        MONTH.money()
                .balances(caller, asOf)
                .forEach((account, fen) -> balances.put(account, fen == 0 ? "0" : yuan(fen)));
        return balances;
    }

    private static String yuan(long fen) {
        return "%s%d.%02d CNY"
                .formatted(fen < 0 ? "-" : "", Math.abs(fen) / 100, Math.abs(fen) % 100);
    }

    @Test
    void a_month_of_everything_that_money_does_comes_to_our_balances() throws Exception {
        var journal = journal(MONTH.money().city(), BooksOfAMonth.FIRST, BooksOfAMonth.LAST);

        assertThat(Arrays.stream(JournalKind.values()).map(JournalKind::name))
                .filteredOn(kind -> !journal.contains(") " + kind + " "))
                .as("kinds of journals that the month does not have")
                .containsExactlyInAnyOrder("FAILED_MEAL");
        assertThat(balances(journal))
                .isNotEmpty()
                .isEqualTo(ours(MONTH.money().city(), BooksOfAMonth.LAST));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 23})
    void so_does_its_beginning(int day) throws Exception {
        var until = BooksOfAMonth.FIRST.withDayOfMonth(day);

        assertThat(balances(journal(MONTH.money().city(), BooksOfAMonth.FIRST, until)))
                .isNotEmpty()
                .isEqualTo(ours(MONTH.money().city(), until));
    }

    @ParameterizedTest
    @ValueSource(strings = {"110401", "110402"})
    void so_do_the_books_of_a_district(String district) throws Exception {
        var finance = MONTH.money().finance(district);

        assertThat(balances(journal(finance, BooksOfAMonth.FIRST, BooksOfAMonth.LAST)))
                .isNotEmpty()
                .isEqualTo(ours(finance, BooksOfAMonth.LAST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-10-31", "2026-12-03", "2026-11-31", "x"})
    void an_invalid_or_too_long_period_is_refused(String through) {
        var refused =
                MONTH.money().city().get("/v1/finance/journal?date=2026-11-01&through=" + through);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("REQUEST_INVALID");
    }
}
