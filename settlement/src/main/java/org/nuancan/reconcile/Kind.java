package org.nuancan.reconcile;

/// Kind of a difference, with its likely cause.
public enum Kind {
    /// A till reports another total than the orders of its shift.
    TILL_TOTAL_DIFFERS(
            "离线小票未上传，或班次外有收退款",
            "Receipts taken offline were not uploaded, or something was sold or refunded outside"
                    + " the shift."),
    /// Numbers of the till's own count are missing.
    SEQUENCE_GAP(
            "收款机有小票未上传，请从该机上传离线小票",
            "The till has receipts that never came in: upload them from it."),
    /// A number of the till's own count is on two orders.
    SEQUENCE_TWICE(
            "同一流水号出现在两张小票上，请核对收款机是否重复上传或重置了流水号",
            "One number is on two receipts: ask whether the till sent one twice or began its count"
                    + " anew."),
    /// A till reports another number of checkouts than there are orders of its shift.
    COUNT_DIFFERS(
            "班次报告的笔数与订单数不同，离线小票可能未上传",
            "Receipts taken offline were not uploaded, or the till counts otherwise."),
    /// An order without its journal.
    ORDER_NOT_BOOKED("订单未入账，属系统缺陷，请报告", "The order is not in the books: a defect, report it."),
    /// A journal without its order.
    JOURNAL_WITHOUT_ORDER(
            "分录无对应订单，属系统缺陷或人为改动，请报告", "No such order: a defect or tampering, report it."),
    /// An order and its journal have different amounts.
    ORDER_AMOUNT_DIFFERS("订单与分录金额不同，属系统缺陷或人为改动，请报告", "A defect or tampering, report it."),
    /// A provider's day is on no statement.
    NO_STATEMENT(
            "当日尚未日结，或该机构当日被挂起（见 parked）",
            "The day is not closed, or the provider is parked for a cause that `parked` names."),
    /// A statement differs from its journals.
    STATEMENT_DIFFERS(
            "结算单与分录不一致，请运行 settlement verify", "Run `settlement verify`: one of them was changed."),
    /// A statement is in payment or paid, but it has no payment.
    NO_PAYMENT("结算单状态与付款不符，属系统缺陷，请报告", "Its state says so, no payment does: a defect, report it."),
    /// A statement is in two payments that have not failed.
    PAID_TWICE("同一结算单在两笔有效付款中，请立即联系银行", "Two living payments: call the bank at once."),
    /// A payment's sum differs from the open sum of its statements.
    PAYMENT_DIFFERS("付款金额与结算单未付额不符", "The payment's sum is not what was open of the statement."),
    /// The states of a payment and its statement do not fit.
    STATE_DIFFERS(
            "付款状态与结算单状态不符，属系统缺陷，请报告", "The two states do not go together: a defect, report it."),
    /// The bank has not answered.
    NO_ANSWER("银行尚未回执，请查询或上传回单", "The bank has not answered: ask it, or upload its answer."),
    /// The bank does not know the payment's state.
    OUTCOME_UNKNOWN(
            "银行未知结果；查明前不会再次付款", "The bank does not know; nothing is tried again before it does."),
    /// The bank's answer contradicts the payment's state.
    RESULT_CONFLICTS("回执与已知结果矛盾，请与银行核实", "It contradicts what is known: ask the bank."),
    /// The bank reports another amount.
    RESULT_AMOUNT_DIFFERS("银行金额与付款不同，请与银行核实", "The bank paid another amount: ask it."),
    /// The bank names a payment that is not in the batch.
    RESULT_NOT_OURS(
            "回执中的付款不属于该批次，可能上传错了文件", "None of this batch: perhaps the wrong file was uploaded."),
    /// A line of the bank's answer was not understood.
    RESULT_UNREAD("回执中有一行未能识别，请对照原文件", "A line was not understood: look at the bank's file."),
    /// Money that is not paid yet.
    NOT_RECEIVED("尚未到账，或到账后未登记", "Not paid yet, or paid and not recorded."),
    /// Money that pays no debt.
    IN_ADVANCE("预付款，或出资方/金额登记有误", "Paid in advance, or recorded for the wrong source or amount.");

    private final String chinese;
    private final String english;

    Kind(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    /// The likely cause, and the action to take.
    public String cause(boolean inEnglish) {
        return inEnglish ? english : chinese;
    }
}
