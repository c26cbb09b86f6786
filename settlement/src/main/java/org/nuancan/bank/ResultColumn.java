package org.nuancan.bank;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nuancan.text.TextRule;

/// A column of a bank's CSV, by the headers of Chinese banks and of this project.
enum ResultColumn {
    /// This project's reference.
    ID("endtoendid instrid 端到端标识 端到端标识号 企业流水号 客户流水号 客户端流水号 指令编号 指令号 付款编号 业务参考号"),
    /// The state of the payment.
    OUTCOME("outcome 状态 交易状态 处理状态 付款状态 支付状态 指令状态 交易结果 处理结果"),
    /// The amount in yuan.
    YUAN("amountyuan 金额 金额元 交易金额 交易金额元 付款金额 付款金额元 发生额 发生额元"),
    /// The amount in fen.
    FEN("amountfen 金额分"),
    /// The currency of the amount.
    CURRENCY("currency 币种 币别"),
    /// The direction of the money.
    DIRECTION("direction 借贷标志 借贷方向 借贷 收付标志 收支标志"),
    /// Whether it reverses an earlier entry.
    REVERSAL("reversal 冲正标志 冲正 抹账标志"),
    /// The code of the reason.
    REASON_CODE("reasoncode 错误码 返回码 错误代码 返回代码 原因代码"),
    /// The reason in words.
    REASON("reason 原因 失败原因 退票原因 退汇原因 错误信息 返回信息 银行反馈信息 处理信息 拒绝原因");

    private static final Pattern MARKS = Pattern.compile("[\\s()（）\\[\\]【】:：_\\-/]");

    private final String headers;

    /// @param headers separated by blanks
    ResultColumn(String headers) {
        this.headers = headers;
    }

    /// The column that a header names; brackets, blanks and case are ignored.
    static Optional<ResultColumn> of(String header) {
        var bare = MARKS.matcher(TextRule.fold(header)).replaceAll("").toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(column -> List.of(column.headers.split(" ", -1)).contains(bare))
                .findFirst();
    }
}
