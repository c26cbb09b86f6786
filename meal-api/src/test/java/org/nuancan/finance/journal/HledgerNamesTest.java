package org.nuancan.finance.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Names of accounts in the exported journal, read back by Debian's `hledger`.
final class HledgerNamesTest {

    private static final List<String> NAMES =
            List.of(
                    "claim:CHARITY:a;b",
                    "claim:CHARITY:a；b",
                    "claim:CHARITY:a%3Bb",
                    "claim:CHARITY:a:b",
                    "claim:CHARITY:a::b:",
                    "claim:CHARITY:a b",
                    "claim:CHARITY:a  b",
                    "claim:CHARITY:a\u3000b",
                    "claim:CHARITY:ab ",
                    "claim:CHARITY:(a) [b] {c}",
                    "claim:CHARITY:\"a\" 'b' #c *d !e @f =g |h ~i",
                    "claim:CHARITY:-1.00 CNY",
                    "claim:CHARITY:慈善·基金",
                    "claim:110105",
                    "earned:7");

    @ParameterizedTest
    @CsvSource({
        "claim:CHARITY:a;b, claim:CHARITY:a%3Bb",
        "claim:CHARITY:100%, claim:CHARITY:100%25",
        "claim:CHARITY:a:b, claim:CHARITY:a%3Ab",
        "claim:CHARITY:爱心 基金, claim:CHARITY:爱心 基金",
        "claim:CHARITY:爱心\u3000基金, claim:CHARITY:爱心%E3%80%80基金",
        "claim:110105, claim:110105",
    })
    void characters_with_a_meaning_in_hledger_are_escaped(String name, String written) {
        assertThat(JournalHledger.account(name)).isEqualTo(written);
    }

    @Test
    void different_accounts_stay_different_in_hledger(@TempDir Path folder) throws Exception {
        var journal = new StringBuilder("decimal-mark .\ncommodity 1000.00 CNY\n\n2026-11-18 x\n");
        var sum = 0L;
        for (var i = 0; i < NAMES.size(); i++) {
            journal.append("    %s  %d.00 CNY\n".formatted(written(i), 1L << i));
            sum += 1L << i;
        }
        journal.append("    rest  -%d.00 CNY\n".formatted(sum));

        var balances = balances(Files.writeString(folder.resolve("books.journal"), journal));

        assertThat(balances).hasSize(NAMES.size() + 1);
        for (var i = 0; i < NAMES.size(); i++) {
            assertThat(balances).contains("%s|%d.00 CNY".formatted(written(i), 1L << i));
        }
    }

    private static String written(int index) {
        return JournalHledger.account(NAMES.get(index));
    }

    private static List<String> balances(Path journal) throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(
                                "hledger",
                                "-f",
                                journal.toString(),
                                "bal",
                                "--flat",
                                "--no-total",
                                "--format=%(account)|%(total)")
                        .redirectErrorStream(true)
                        .start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said.lines().toList();
    }
}
