package org.nuancan.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nuancan.bank.advice.Advice;
import org.nuancan.bank.advice.Advice.Booking;
import org.nuancan.bank.advice.Advice.Meaning;
import org.nuancan.bank.advice.Advice.Scope;
import org.nuancan.bank.advice.Amounts;
import org.nuancan.bank.advice.FileFault;
import org.nuancan.bank.advice.FileReading;
import org.nuancan.bank.advice.Names;
import org.nuancan.bank.advice.Place;
import org.nuancan.bank.advice.Wording;
import org.nuancan.money.Fen;

/// Reads `camt.054` (notification) and `camt.053` (statement): entries on the account, each with
/// its payments.
final class AccountEntries {

    private static final Set<String> READ_OF_AN_ENTRY =
            Set.of("Amt", "CdtDbtInd", "RvslInd", "Sts", "Btch", "AddtlNtryInf");

    private static final int MOST_OF_AN_ENTRY = 50;

    private final XmlCursor xml;
    private final Advices advices;
    private int entries;

    AccountEntries(XmlCursor xml, Advices advices) {
        this.xml = xml;
        this.advices = advices;
    }

    /// Reads the message at the cursor.
    void read() throws FileFault {
        xml.children(name -> {
            if (name.equals("Ntfctn") || name.equals("Stmt")) {
                xml.children(part -> {
                    if (part.equals("Ntry")) {
                        entry();
                    }
                });
            }
        });
    }

    private void entry() throws FileFault {
        var number = ++entries;
        var line = xml.line();
        var head = new ArrayList<Element>();
        var details = new ArrayList<EntryDetail>();
        xml.children(name -> {
            if (name.equals("NtryDtls")) {
                xml.children(part -> {
                    if (part.equals("TxDtls")) {
                        if (details.size() == BankFiles.MOST_LINES) {
                            throw new FileFault(new FileReading.TooLong(BankFiles.MOST_LINES));
                        }
                        details.add(EntryDetail.of(xml.element()));
                    } else {
                        keep(part, head);
                    }
                });
            } else {
                keep(name, head);
            }
        });
        add(new Element("Ntry", "", "", line, head), number, details);
    }

    private void keep(String name, List<Element> head) throws FileFault {
        if (READ_OF_AN_ENTRY.contains(name)) {
            if (head.size() == MOST_OF_AN_ENTRY) {
                throw xml.refused("more than %d parts of an entry".formatted(MOST_OF_AN_ENTRY));
            }
            head.add(xml.element());
        }
    }

    private void add(Element entry, int number, List<EntryDetail> details) throws FileFault {
        var part = "Ntry " + number;
        var meaning = meaning(entry);
        var amount = amount(entry);
        var count = Optional.of(entry.textAt("Btch", "NbOfTxs")).filter(text -> !text.isEmpty());
        var batch = entry.at("Btch").map(element -> element.names("PmtInfId", "MsgId"));
        var wording = Wording.ofRemark(entry.textAt("AddtlNtryInf"));
        var whole =
                new Advice(
                        new Place(part, entry.line()),
                        batch.orElseGet(Names::none),
                        new Scope.Named(count),
                        wording.check(meaning),
                        Optional.of(amount),
                        wording.reason());
        if (details.isEmpty()) {
            advices.add(whole);
            return;
        }
        var own = EntryDirections.of(meaning, amount, details);
        for (var i = 0; i < details.size(); i++) {
            var detail = details.get(i);
            advices.add(
                    new Advice(
                            new Place("%s, TxDtls %d".formatted(part, i + 1), detail.line()),
                            detail.names(),
                            new Scope.Detail(whole),
                            detail.wording().check(own.get(i)),
                            detail.amount().or(() -> ofOnly(details, amount)),
                            detail.wording().reason()));
        }
    }

    private static Optional<Fen> ofOnly(List<EntryDetail> details, Fen amount) {
        return details.size() == 1 ? Optional.of(amount) : Optional.empty();
    }

    /// The amount of an entry; [Amounts#OTHER] if the bank's sum of its payments differs.
    private static Fen amount(Element entry) {
        var booked = entry.at("Amt").map(EntryDetail::fen).orElse(Amounts.OTHER);
        var sum = entry.at("Btch", "TtlAmt").map(EntryDetail::fen).orElse(booked);
        return booked.equals(sum) ? booked : Amounts.OTHER;
    }

    private static Meaning meaning(Element entry) {
        var direction = EntryDetail.direction(entry);
        if (direction.isEmpty()) {
            return new Meaning.Unclear("CdtDbtInd " + entry.textAt("CdtDbtInd"));
        }
        var reversal = entry.textAt("RvslInd");
        if (!List.of("", "true", "false", "1", "0").contains(reversal)) {
            return new Meaning.Unclear("RvslInd is neither true nor false");
        }
        // Up to version 07 the code is the text of Sts itself.
        var status = entry.at("Sts", "Cd").or(() -> entry.at("Sts")).map(Element::text).orElse("");
        var isReversal = reversal.equals("true") || reversal.equals("1");
        return switch (status) {
            case "BOOK" -> new Meaning.Entry(direction.get(), isReversal, Booking.BOOKED);
            case "PDNG", "INFO", "FUTR" ->
                    new Meaning.Entry(direction.get(), isReversal, Booking.NOT_BOOKED);
            default -> new Meaning.Unclear("entry status " + entry.textAt("Sts", "Prtry"));
        };
    }
}
