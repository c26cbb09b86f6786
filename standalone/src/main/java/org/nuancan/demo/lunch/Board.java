package org.nuancan.demo.lunch;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.nuancan.money.Fen;

/// Prints the progress of a lunch: Chinese first, English second, short.
final class Board {

    private static final int LARGEST = 5;
    private static final int STEP_WIDTH = 64;
    private static final int NAME_WIDTH = 40;
    private static final int SUM_WIDTH = 14;
    private static final Map<String, String> PAYERS =
            Map.of(
                    "11", "北京市 · city",
                    "110101", "东城区 · Dongcheng",
                    "110102", "西城区 · Xicheng",
                    "110105", "朝阳区 · Chaoyang",
                    "110106", "丰台区 · Fengtai",
                    "110108", "海淀区 · Haidian");

    private final PrintStream out;

    Board(PrintStream out) {
        this.out = out;
    }

    void say(String line) {
        out.println(line);
    }

    /// Prints a finished part of the lunch.
    void step(String what, Duration took) {
        out.printf("  %s %6.1f s%n", padded(what, STEP_WIDTH), took.toMillis() / 1000.0);
    }

    void money(LocalDate date, Evening evening, Tally tally, Map<String, String> providers) {
        say("");
        say("谁出钱 · what each payer owes for this lunch");
        for (var claim : tally.claims()) {
            var payer = claim.getKey().substring("claim:".length());
            line(payer + ' ' + PAYERS.getOrDefault(payer, ""), claim.getValue());
        }
        say("");
        say("最大的结算单 · the largest statements");
        evening.statements().stream()
                .limit(LARGEST)
                .forEach(statement -> line(described(statement, providers), fen(statement)));
        say("");
        say("试算表 · trial balance as of " + date);
        evening.after().fen().forEach((account, fen) -> account(account, fen, providers));
        line("合计 · sum", evening.after().fen().values().stream().mapToLong(fen -> fen).sum());
        say("");
        say(
                "账实相符 · the books agree with the tills: %d orders on %d statements"
                        .formatted(tally.orders(), evening.statements().size()));
    }

    /// Prints one line about the day of deliveries.
    static String carried(DeliveryDay.Outcome day) {
        var failed = day.failures().values().stream().mapToInt(Integer::intValue).sum();
        return "送餐 · %s: %d orders, %d runs, %d delivered, %d failed, %d alerts"
                .formatted(
                        day.date(),
                        day.orders(),
                        day.runs(),
                        day.delivered(),
                        failed,
                        day.alerts());
    }

    void statements(DeliveryDay.Outcome day, Map<String, String> providers) {
        say("");
        say("送餐日结算单 · statements of the day of deliveries");
        day.statements().forEach(one -> line(described(one, providers), fen(one)));
        say("未送达 · not delivered: " + new TreeMap<>(day.failures()));
    }

    private static long fen(JsonNode statement) {
        return Evening.payableFen(statement);
    }

    private static String described(JsonNode statement, Map<String, String> providers) {
        return "%s %s 单"
                .formatted(
                        name(statement.path("providerId").asText(), providers),
                        statement.path("orders").asText());
    }

    private void account(String account, long fen, Map<String, String> providers) {
        if (fen != 0) {
            var colon = account.indexOf(':') + 1;
            line(account.substring(0, colon) + name(account.substring(colon), providers), fen);
        }
    }

    private static String name(String id, Map<String, String> providers) {
        return providers.getOrDefault(id, id);
    }

    private void line(String what, long fen) {
        var sum = Fen.of(fen).inYuan();
        out.println(
                "  "
                        + padded(what, NAME_WIDTH)
                        + " ".repeat(Math.max(1, SUM_WIDTH - sum.length()))
                        + sum);
    }

    /// Chinese characters are two columns wide.
    static String padded(String text, int columns) {
        var width = text.codePoints().map(c -> c > 0x2e7f ? 2 : 1).sum();
        return text + " ".repeat(Math.max(0, columns - width));
    }
}
