package org.nuancan.bank;

import java.util.ArrayList;
import java.util.Optional;
import org.nuancan.bank.advice.Advice.Direction;
import org.nuancan.bank.advice.Amounts;
import org.nuancan.bank.advice.Names;
import org.nuancan.bank.advice.Wording;
import org.nuancan.money.Fen;

/// One payment of an entry (`TxDtls`).
///
/// @param direction the detail's own direction, which may differ from the entry's
/// @param amount the detail's own amount
/// @param line line where it begins
record EntryDetail(
        Names names,
        Optional<Direction> direction,
        Optional<Fen> amount,
        Wording wording,
        int line) {

    static EntryDetail of(Element detail) {
        var names =
                detail.at("Refs")
                        .map(refs ->
                                refs.names("EndToEndId", "InstrId", "TxId", "PmtInfId", "MsgId"))
                        .orElseGet(Names::none);
        // Up to version 03 the amount is only in AmtDtls.
        var amount =
                detail.at("Amt")
                        .or(() -> detail.at("AmtDtls", "TxAmt", "Amt"))
                        .or(() -> detail.at("AmtDtls", "InstdAmt", "Amt"))
                        .map(EntryDetail::fen);
        return new EntryDetail(names, direction(detail), amount, wording(detail), detail.line());
    }

    static Fen fen(Element amount) {
        return Amounts.yuan(amount.currency(), amount.text());
    }

    static Optional<Direction> direction(Element element) {
        return switch (element.textAt("CdtDbtInd")) {
            case "DBIT" -> Optional.of(Direction.OUT);
            case "CRDT" -> Optional.of(Direction.IN);
            default -> Optional.empty();
        };
    }

    private static Wording wording(Element detail) {
        var parts = new ArrayList<String>();
        parts.add(detail.textAt("RtrInf", "Rsn", "Cd"));
        parts.add(detail.textAt("RtrInf", "Rsn", "Prtry"));
        detail.at("RtrInf")
                .ifPresent(info -> info.all("AddtlInf").forEach(words -> parts.add(words.text())));
        return Wording.of(parts).or(Wording.ofRemark(detail.textAt("AddtlTxInf")));
    }
}
