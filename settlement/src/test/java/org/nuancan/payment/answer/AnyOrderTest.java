package org.nuancan.payment.answer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.payment.BankFileTest.BATCH;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.nuancan.payment.PaymentState;
import org.nuancan.payment.answer.BankAnswer.Definite;
import org.nuancan.payment.answer.BankAnswer.Reading;

/// The answers of a bank in any order, split over any number of files, lead to the same states.
///
/// Not included is "settled" with "failed" and no return: the bank contradicts itself, and of two
/// files the first counts, since a payment that it released may be paid again by then (decision
/// 0035).
class AnyOrderTest {

    private static final Map<String, String> AMOUNTS = Map.of("NC1", "80.05", "NC2", "1234567.89");

    /// An answer as an entry of `camt.054`, or a payment's state of `pain.002`.
    private record News(String id, String what) {

        boolean isEntry() {
            return what.contains(" ");
        }

        String xml() {
            if (!isEntry()) {
                return "<TxInfAndSts><OrgnlEndToEndId>%s</OrgnlEndToEndId><TxSts>%s</TxSts></TxInfAndSts>"
                        .formatted(id, what);
            }
            var words = what.split(" ", -1);
            return """
            <Ntry><Amt Ccy="CNY">%s</Amt><CdtDbtInd>%s</CdtDbtInd><RvslInd>%s</RvslInd><Sts><Cd>%s</Cd></Sts>
            <NtryDtls><TxDtls><Refs><InstrId>%s</InstrId></Refs></TxDtls></NtryDtls></Ntry>
            """
                    .formatted(AMOUNTS.get(id), words[0], words[1], words[2], id);
        }
    }

    private static final List<String> EVERYTHING =
            List.of(
                    "DBIT false BOOK",
                    "CRDT false BOOK",
                    "CRDT true BOOK",
                    "DBIT true BOOK",
                    "DBIT false PDNG",
                    "CRDT false INFO",
                    "ACSC",
                    "ACSP",
                    "PDNG",
                    "RJCT");

    @Property(tries = 300)
    void any_split_and_any_order_ends_in_the_same_states(@ForAll Random dice) {
        var news = new ArrayList<News>();
        for (var id : AMOUNTS.keySet()) {
            var some = new ArrayList<String>();
            for (var i = dice.nextInt(6); i > 0; i--) {
                some.add(EVERYTHING.get(dice.nextInt(EVERYTHING.size())));
            }
            if (!contradicts(some)) {
                some.forEach(what -> news.add(new News(id, what)));
            }
        }
        var once = end(List.of(news));
        for (var time = 0; time < 4; time++) {
            var mixed = new ArrayList<>(news);
            Collections.shuffle(mixed, dice);

            assertThat(end(split(mixed, dice))).as(mixed.toString()).isEqualTo(once);
        }
    }

    private static boolean contradicts(List<String> some) {
        var isSettled = some.contains("DBIT false BOOK") || some.contains("ACSC");
        var isReturned = some.contains("CRDT false BOOK") || some.contains("CRDT true BOOK");
        return isSettled && some.contains("RJCT") && !isReturned;
    }

    private static List<List<News>> split(List<News> news, Random dice) {
        var files = new ArrayList<List<News>>();
        for (var item : news) {
            if (files.isEmpty() || dice.nextBoolean()) {
                files.add(new ArrayList<>());
            }
            files.getLast().add(item);
        }
        return files;
    }

    /// The states of the payments after these files; a file with entries and states counts as two.
    private static Map<String, PaymentState> end(List<List<News>> files) {
        var states = new HashMap<String, PaymentState>();
        AMOUNTS.keySet().forEach(id -> states.put(id, PaymentState.SENT));
        for (var file : files) {
            take(states, entries(file.stream().filter(News::isEntry).toList()));
            take(states, statesOf(file.stream().filter(item -> !item.isEntry()).toList()));
        }
        return states;
    }

    private static void take(Map<String, PaymentState> states, List<Result> file) {
        for (var result : file.stream().sorted(Comparator.comparingInt(Step::rank)).toList()) {
            var now = states.getOrDefault(result.endToEndId(), PaymentState.SENT);
            if (Step.of(now, result) instanceof Step.Move(var to)) {
                states.put(result.endToEndId(), to);
            }
        }
    }

    private static List<Result> entries(List<News> some) {
        return read(
                some,
                "camt.054.001.08",
                "<BkToCstmrDbtCdtNtfctn><Ntfctn>%s</Ntfctn></BkToCstmrDbtCdtNtfctn>");
    }

    private static List<Result> statesOf(List<News> some) {
        return read(
                some,
                "pain.002.001.12",
                "<CstmrPmtStsRpt><OrgnlPmtInfAndSts>%s</OrgnlPmtInfAndSts></CstmrPmtStsRpt>");
    }

    private static List<Result> read(List<News> some, String message, String around) {
        var body = new StringBuilder();
        some.forEach(item -> body.append(item.xml()));
        var xml =
                "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:%s'>%s</Document>"
                        .formatted(message, around.formatted(body));
        return BankAnswer.read(xml.getBytes(UTF_8), Optional.empty(), BATCH)
                        instanceof Reading.Read(var results, _)
                ? results.stream().map(Definite::result).toList()
                : List.of();
    }
}
