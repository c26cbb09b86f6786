package org.nuancan.payment;

import com.prowidesoftware.swift.model.mx.dic.ActiveOrHistoricCurrencyAndAmount;
import com.prowidesoftware.swift.model.mx.dic.BankToCustomerDebitCreditNotificationV08;
import com.prowidesoftware.swift.model.mx.dic.CreditDebitCode;
import com.prowidesoftware.swift.model.mx.dic.EntryTransaction10;
import com.prowidesoftware.swift.model.mx.dic.ReportEntry10;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nuancan.money.Fen;

/// `camt.054.001.08`: what was booked on the district's account.
final class Notification {

    private static final int FEN_DIGITS = 2;
    private static final String BOOKED = "BOOK";
    private static final String CURRENCY = "CNY";

    /// No amount of ours: it differs from every one.
    private static final Fen OTHER = Fen.of(-1);

    private Notification() {}

    /// @return empty if it names no transaction
    static Optional<List<Result>> read(BankToCustomerDebitCreditNotificationV08 told) {
        var entries = told.getNtfctn().stream().flatMap(one -> one.getNtry().stream()).toList();
        if (entries.stream().flatMap(Notification::details).findAny().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                entries.stream()
                        .filter(Notification::isBooked)
                        .flatMap(entry ->
                                details(entry).map(one -> booked(one, entry.getCdtDbtInd())))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static Stream<EntryTransaction10> details(ReportEntry10 entry) {
        return entry.getNtryDtls().stream().flatMap(one -> one.getTxDtls().stream());
    }

    /// What is pending or only announced may still not come to pass.
    private static boolean isBooked(ReportEntry10 entry) {
        return entry.getSts() != null && BOOKED.equals(entry.getSts().getCd());
    }

    /// Money that went out has arrived; money that came in with the same id was returned.
    private static Optional<Result> booked(EntryTransaction10 one, CreditDebitCode ofEntry) {
        var way = one.getCdtDbtInd() == null ? ofEntry : one.getCdtDbtInd();
        var id = one.getRefs() == null ? null : one.getRefs().getEndToEndId();
        if (id == null || way == null) {
            return Optional.empty();
        }
        var reason =
                one.getRtrInf() == null || one.getRtrInf().getRsn() == null
                        ? null
                        : one.getRtrInf().getRsn().getCd();
        return Optional.of(
                new Result(
                        id,
                        way == CreditDebitCode.CRDT ? PaymentState.RETURNED : PaymentState.SETTLED,
                        Optional.ofNullable(one.getAmt()).map(Notification::fen),
                        Optional.ofNullable(reason)));
    }

    private static Fen fen(ActiveOrHistoricCurrencyAndAmount amount) {
        if (amount.getValue() == null || !CURRENCY.equals(amount.getCcy())) {
            return OTHER;
        }
        try {
            return Fen.of(amount.getValue().movePointRight(FEN_DIGITS).longValueExact());
        } catch (ArithmeticException _) {
            return OTHER;
        }
    }
}
