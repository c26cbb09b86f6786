package org.nuancan.reconcile;

/// Two sets of figures that must agree, in the order in which money passes through them.
public enum Pair {
    TILL_ORDERS("收款机合计", "订单", "till totals", "orders"),
    ORDERS_JOURNALS("订单", "分录组", "orders", "journals"),
    JOURNALS_STATEMENTS("分录组", "结算单", "journals", "statements"),
    STATEMENTS_PAYMENTS("结算单", "付款", "statements", "payments"),
    PAYMENTS_RESULTS("付款", "银行回执", "payments", "bank results"),
    COLLECTED_RECEIVED("平台代收", "收单到账", "taken by the acquirer", "paid over by it"),
    CLAIMS_RECEIVED("应收补贴", "出资方到账", "claims", "received from payers");

    private final String leftChinese;
    private final String rightChinese;
    private final String leftEnglish;
    private final String rightEnglish;

    Pair(String leftChinese, String rightChinese, String leftEnglish, String rightEnglish) {
        this.leftChinese = leftChinese;
        this.rightChinese = rightChinese;
        this.leftEnglish = leftEnglish;
        this.rightEnglish = rightEnglish;
    }

    /// `订单 ↔ 分录组 / orders ↔ journals`
    public String title(boolean english) {
        return english ? leftEnglish + " ↔ " + rightEnglish : leftChinese + " ↔ " + rightChinese;
    }
}
