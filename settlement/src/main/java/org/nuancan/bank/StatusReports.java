package org.nuancan.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nuancan.bank.advice.Advice;
import org.nuancan.bank.advice.Advice.Meaning;
import org.nuancan.bank.advice.Advice.Scope;
import org.nuancan.bank.advice.Amounts;
import org.nuancan.bank.advice.FileFault;
import org.nuancan.bank.advice.Names;
import org.nuancan.bank.advice.Place;
import org.nuancan.bank.advice.StatusCodes;
import org.nuancan.bank.advice.Wording;

/// Reads `pain.002` (customer payment status report): states of a message, its batches and its
/// payments. The most specific state applies; a payment without a reason of its own has the reason
/// of the same state at the level above.
final class StatusReports {

    /// A state with its reason.
    ///
    /// @param code empty if there is none
    private record Level(Place place, Names names, String code, Wording wording, Element sums) {

        /// Missing fields are taken from the level above.
        Level under(Level above) {
            var isSilent = code.isEmpty() && wording.equals(Wording.none());
            var effective = code.isEmpty() && !isSilent ? above.code() : code;
            return new Level(
                    place,
                    names.isEmpty() ? above.names() : names,
                    effective,
                    effective.equals(above.code()) ? wording.or(above.wording()) : wording,
                    sums);
        }

        Advice ofTheRest() {
            var count = Optional.of(sums.textAt("OrgnlNbOfTxs")).filter(text -> !text.isEmpty());
            return new Advice(
                    place,
                    names,
                    new Scope.Rest(count),
                    wording.check(StatusCodes.meaning(code)),
                    sums.at("OrgnlCtrlSum").map(sum -> Amounts.yuan("CNY", sum.text())),
                    wording.reason());
        }
    }

    private static final Set<String> STATE_OF_A_BATCH =
            Set.of("OrgnlPmtInfId", "OrgnlNbOfTxs", "OrgnlCtrlSum", "PmtInfSts", "StsRsnInf");

    private static final int MOST_OF_A_STATE = 50;
    private static final Element NOTHING = new Element("", "", "", 0, List.of());
    private static final Level ABOVE_ALL =
            new Level(new Place("", 0), Names.none(), "", Wording.none(), NOTHING);

    private final XmlCursor xml;
    private final Advices advices;
    private final List<Advice> ofBatches = new ArrayList<>();
    private Level group = ABOVE_ALL;
    private int batches;

    StatusReports(XmlCursor xml, Advices advices) {
        this.xml = xml;
        this.advices = advices;
    }

    /// Reads the report at the cursor: the payments first, then the rest of each batch, then the
    /// rest of the message.
    void read() throws FileFault {
        xml.children(name -> {
            switch (name) {
                case "OrgnlGrpInfAndSts" -> group = group(xml.element());
                case "OrgnlPmtInfAndSts" -> batch();
                default -> {
                    // The header has the id of the bank's own message.
                }
            }
        });
        for (var advice : ofBatches) {
            advices.add(advice);
        }
        if (!group.code().isEmpty()) {
            advices.add(group.ofTheRest());
        }
    }

    private static Level group(Element group) {
        return new Level(
                new Place("OrgnlGrpInfAndSts", group.line()),
                group.names("OrgnlMsgId"),
                group.textAt("GrpSts"),
                reason(group.all("StsRsnInf")),
                group);
    }

    private void batch() throws FileFault {
        var number = ++batches;
        var line = xml.line();
        var before = new ArrayList<Element>();
        var payments = new int[1];
        xml.children(name -> {
            if (name.equals("TxInfAndSts")) {
                payments[0]++;
                advices.add(payment(xml.element(), level(number, line, before), payments[0]));
            } else if (STATE_OF_A_BATCH.contains(name)) {
                if (before.size() == MOST_OF_A_STATE) {
                    throw xml.refused("more than %d parts of a state".formatted(MOST_OF_A_STATE));
                }
                before.add(xml.element());
            }
        });
        var level = level(number, line, before);
        if (!level.code().isEmpty()) {
            ofBatches.add(level.ofTheRest());
        }
    }

    private Level level(int number, int line, List<Element> before) {
        var batch = new Element("OrgnlPmtInfAndSts", "", "", line, before);
        return new Level(
                        new Place("OrgnlPmtInfAndSts " + number, line),
                        batch.names("OrgnlPmtInfId"),
                        batch.textAt("PmtInfSts"),
                        reason(batch.all("StsRsnInf")),
                        batch)
                .under(group);
    }

    private Advice payment(Element payment, Level batch, int number) {
        var own =
                new Level(
                        new Place(
                                "%s, TxInfAndSts %d".formatted(batch.place().part(), number),
                                payment.line()),
                        payment.names("OrgnlEndToEndId", "OrgnlInstrId", "OrgnlTxId", "StsId"),
                        payment.textAt("TxSts"),
                        reason(payment.all("StsRsnInf")),
                        payment);
        var effective = under(own, batch);
        return new Advice(
                own.place(),
                own.names(),
                new Scope.Named(Optional.empty()),
                effective.wording().check(meaning(effective.code())),
                amount(payment),
                effective.wording().reason());
    }

    /// A payment without a state has that of its batch, or else of the message.
    private Level under(Level own, Level batch) {
        var code = own.code();
        if (code.isEmpty()) {
            code = batch.code().isEmpty() ? group.code() : batch.code();
        }
        var wording = own.wording();
        for (var above : List.of(batch, group)) {
            if (code.equals(above.code())) {
                wording = wording.or(above.wording());
            }
        }
        return new Level(own.place(), own.names(), code, wording, own.sums());
    }

    private static Meaning meaning(String code) {
        return code.equals(StatusCodes.PARTLY)
                ? new Meaning.Unclear("status PART of a single payment")
                : StatusCodes.meaning(code);
    }

    private static Optional<org.nuancan.money.Fen> amount(Element payment) {
        return payment.at("OrgnlTxRef", "Amt", "InstdAmt")
                .or(() -> payment.at("OrgnlTxRef", "IntrBkSttlmAmt"))
                .map(amount -> Amounts.yuan(amount.currency(), amount.text()));
    }

    private static Wording reason(List<Element> given) {
        var parts = new ArrayList<String>();
        for (var element : given) {
            parts.add(element.textAt("Rsn", "Cd"));
            parts.add(element.textAt("Rsn", "Prtry"));
            element.all("AddtlInf").forEach(info -> parts.add(info.text()));
        }
        return Wording.of(parts);
    }
}
