package org.nuancan.bank;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nuancan.bank.advice.Advice.Direction;
import org.nuancan.bank.advice.Advice.Meaning;
import org.nuancan.bank.advice.Advice.Outcome;
import org.nuancan.bank.advice.StatusCodes;

/// Words of Chinese banks, and of this project, for the state of a payment.
final class ResultWords {

    private static final Map<String, Outcome> OUTCOMES =
            Stream.of(
                            words(
                                    Outcome.SETTLED,
                                    "SETTLED 成功 交易成功 支付成功 付款成功 处理成功 已成功 已入账 已支付 已付款"),
                            words(Outcome.FAILED, "FAILED 失败 交易失败 支付失败 付款失败 处理失败 已失败 已拒绝 银行拒绝 拒绝"),
                            words(Outcome.RETURNED, "RETURNED 退票 已退票 退汇 已退汇 退回 已退回 银行退票"),
                            words(Outcome.UNKNOWN, "UNKNOWN 未知 状态未知 结果未知 状态不明 可疑 状态可疑 交易可疑 不确定"),
                            words(
                                    Outcome.PENDING,
                                    "PENDING 处理中 银行处理中 交易处理中 已受理 银行已受理 受理成功 已提交 待处理 等待处理"
                                            + " 待复核 待审批 待授权"))
                    .flatMap(some -> some.entrySet().stream())
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private static final Map<String, Direction> DIRECTIONS =
            Stream.of(
                            directions(Direction.OUT, "DBIT DEBIT D 借 借方 付 支出 往账"),
                            directions(Direction.IN, "CRDT CREDIT C 贷 贷方 收 收入 来账"))
                    .flatMap(some -> some.entrySet().stream())
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private ResultWords() {}

    private static Map<String, Outcome> words(Outcome outcome, String words) {
        return Stream.of(words.split(" ", -1))
                .collect(Collectors.toMap(word -> word, _ -> outcome));
    }

    private static Map<String, Direction> directions(Direction direction, String words) {
        return Stream.of(words.split(" ", -1))
                .collect(Collectors.toMap(word -> word, _ -> direction));
    }

    /// The meaning of a state's word or ISO code.
    static Meaning meaning(String word) {
        var known = OUTCOMES.get(word.strip().toUpperCase(Locale.ROOT));
        if (known != null) {
            return new Meaning.Status(known);
        }
        return StatusCodes.meaning(word.strip()) instanceof Meaning.Status status
                ? status
                : new Meaning.Unclear("unknown word for the outcome");
    }

    static Optional<Direction> direction(String word) {
        return Optional.ofNullable(DIRECTIONS.get(word.strip().toUpperCase(Locale.ROOT)));
    }
}
