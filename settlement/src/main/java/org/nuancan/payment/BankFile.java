package org.nuancan.payment;

import com.prowidesoftware.swift.model.mx.MinimumEscapeHandler;
import com.prowidesoftware.swift.model.mx.MxPain00100109;
import com.prowidesoftware.swift.model.mx.MxWriteParams;
import com.prowidesoftware.swift.model.mx.dic.AccountIdentification4Choice;
import com.prowidesoftware.swift.model.mx.dic.ActiveOrHistoricCurrencyAndAmount;
import com.prowidesoftware.swift.model.mx.dic.AmountType4Choice;
import com.prowidesoftware.swift.model.mx.dic.BranchAndFinancialInstitutionIdentification6;
import com.prowidesoftware.swift.model.mx.dic.CashAccount38;
import com.prowidesoftware.swift.model.mx.dic.ClearingSystemIdentification2Choice;
import com.prowidesoftware.swift.model.mx.dic.ClearingSystemMemberIdentification2;
import com.prowidesoftware.swift.model.mx.dic.CreditTransferTransaction34;
import com.prowidesoftware.swift.model.mx.dic.CustomerCreditTransferInitiationV09;
import com.prowidesoftware.swift.model.mx.dic.DateAndDateTime2Choice;
import com.prowidesoftware.swift.model.mx.dic.FinancialInstitutionIdentification18;
import com.prowidesoftware.swift.model.mx.dic.GenericAccountIdentification1;
import com.prowidesoftware.swift.model.mx.dic.GroupHeader85;
import com.prowidesoftware.swift.model.mx.dic.PartyIdentification135;
import com.prowidesoftware.swift.model.mx.dic.PaymentIdentification6;
import com.prowidesoftware.swift.model.mx.dic.PaymentInstruction30;
import com.prowidesoftware.swift.model.mx.dic.PaymentMethod3Code;
import com.prowidesoftware.swift.model.mx.dic.RemittanceInformation16;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.nuancan.money.Fen;
import org.nuancan.payment.Batch.Payment;
import org.nuancan.text.SpreadsheetCsv;

/// Writes a batch for the bank: `pain.001.001.09`, or CSV. The same batch gives the same bytes, and
/// they are valid by the schema for any content of the books ([FileWords]).
public final class BankFile {

    private static final String PREFIX = "doc";
    private static final String CURRENCY = "CNY";
    private static final String CLEARING = "CNAPS";

    private static final List<String> COLUMNS =
            List.of(
                    "messageId",
                    "endToEndId",
                    "accountName",
                    "accountNumber",
                    "bankCode",
                    "amountYuan",
                    "amountFen",
                    "currency",
                    "remark");

    private BankFile() {}

    /// The batch as `pain.001.001.09`.
    ///
    /// @param number opens the account number of a payment
    public static String pain001(
            Batch batch, Debtor debtor, Function<Batch.Payment, String> number) {
        var count = Integer.toString(batch.payments().size());
        var sum = amount(batch.sum());
        var instruction =
                new PaymentInstruction30()
                        .setPmtInfId(batch.messageId())
                        .setPmtMtd(PaymentMethod3Code.TRF)
                        .setNbOfTxs(count)
                        .setCtrlSum(sum)
                        .setReqdExctnDt(new DateAndDateTime2Choice().setDt(batch.madeOn()))
                        .setDbtr(new PartyIdentification135().setNm(FileWords.name(debtor.name())))
                        .setDbtrAcct(account(debtor.number()))
                        .setDbtrAgt(bank(debtor.bankCode()));
        batch.payments()
                .forEach(payment -> instruction.addCdtTrfTxInf(transfer(batch, payment, number)));
        var header =
                new GroupHeader85()
                        .setMsgId(batch.messageId())
                        .setCreDtTm(batch.madeAt().atOffset(ZoneOffset.UTC))
                        .setNbOfTxs(count)
                        .setCtrlSum(sum)
                        .setInitgPty(
                                new PartyIdentification135().setNm(FileWords.name(debtor.name())));
        var message = new MxPain00100109();
        message.setCstmrCdtTrfInitn(
                new CustomerCreditTransferInitiationV09().setGrpHdr(header).addPmtInf(instruction));
        // Writes Chinese characters as they are; the library's default is character references.
        var writing = new MxWriteParams();
        writing.prefix = PREFIX;
        writing.escapeHandler = new MinimumEscapeHandler();
        return message.document(writing);
    }

    private static CreditTransferTransaction34 transfer(
            Batch batch, Payment payment, Function<Batch.Payment, String> number) {
        return new CreditTransferTransaction34()
                .setPmtId(
                        new PaymentIdentification6()
                                .setInstrId(payment.endToEndId())
                                .setEndToEndId(payment.endToEndId()))
                .setAmt(
                        new AmountType4Choice()
                                .setInstdAmt(
                                        new ActiveOrHistoricCurrencyAndAmount()
                                                .setCcy(CURRENCY)
                                                .setValue(amount(payment.fen()))))
                .setCdtrAgt(bank(payment.to().bankCode()))
                .setCdtr(new PartyIdentification135().setNm(FileWords.name(payment.to().name())))
                .setCdtrAcct(account(number.apply(payment)))
                .setRmtInf(new RemittanceInformation16().addUstrd(remark(batch)));
    }

    private static String remark(Batch batch) {
        return "养老助餐结算 %s 截至 %s".formatted(batch.districtCode(), batch.throughDate());
    }

    /// The library needs amounts in this type; it is made from the exact text.
    private static BigDecimal amount(Fen fen) {
        return new BigDecimal(fen.inYuan());
    }

    private static CashAccount38 account(String number) {
        return new CashAccount38()
                .setId(
                        new AccountIdentification4Choice()
                                .setOthr(
                                        new GenericAccountIdentification1()
                                                .setId(FileWords.account(number))));
    }

    private static BranchAndFinancialInstitutionIdentification6 bank(String code) {
        return new BranchAndFinancialInstitutionIdentification6()
                .setFinInstnId(
                        new FinancialInstitutionIdentification18()
                                .setClrSysMmbId(
                                        new ClearingSystemMemberIdentification2()
                                                .setClrSysId(
                                                        new ClearingSystemIdentification2Choice()
                                                                .setCd(CLEARING))
                                                .setMmbId(FileWords.member(code))));
    }

    /// The batch as CSV, one row a payment.
    ///
    /// @param number opens the account number of a payment
    public static String csv(Batch batch, Function<Batch.Payment, String> number) {
        var text = new StringWriter();
        var csv = new SpreadsheetCsv(text).row(COLUMNS);
        for (var payment : batch.payments()) {
            csv.row(
                    batch.messageId(),
                    payment.endToEndId(),
                    FileWords.name(payment.to().name()),
                    FileWords.account(number.apply(payment)),
                    FileWords.member(payment.to().bankCode()),
                    payment.fen().inYuan(),
                    payment.fen().value(),
                    CURRENCY,
                    remark(batch));
        }
        return text.toString();
    }
}
