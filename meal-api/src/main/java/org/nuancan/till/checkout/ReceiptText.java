package org.nuancan.till.checkout;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.nuancan.day.BusinessDay;
import org.nuancan.elder.lookup.ElderAtTable;
import org.nuancan.ledger.TenderType;
import org.nuancan.policy.Side;
import org.nuancan.policy.quote.Grant;
import org.nuancan.policy.quote.Refusal;
import org.nuancan.policy.quote.RefusalReason;
import org.nuancan.sale.SaleOutcome;
import org.nuancan.till.ReceiptNumber;

/// The text for a 58 mm printer: 32 columns, of which a Chinese character takes two.
///
/// Other people can read a receipt. So it names neither a category nor a policy, nor anything else
/// that shows that the diner is poor.
final class ReceiptText {

    private static final int COLUMNS = 32;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(BusinessDay.ZONE);

    private final List<String> lines = new ArrayList<>();

    private ReceiptText() {}

    /// The receipt of a sale.
    static String of(String siteName, SaleOutcome.Sold sold) {
        var sale = sold.sale();
        var receipt = new ReceiptText();
        receipt.head(siteName, sale.orderId(), sale.at().happenedAt());
        sold.elder().map(ElderAtTable::maskedName).ifPresent(receipt::line);
        receipt.rule();
        for (var item : sale.basket().lines()) {
            receipt.line(item.name());
            receipt.pair(
                    "  %d × %s".formatted(item.quantity(), item.unitPrice().inYuan()),
                    item.total().inYuan());
        }
        receipt.rule();
        receipt.sums(sold);
        receipt.reasons(sold);
        return String.join("\n", receipt.lines) + "\n";
    }

    private void head(String siteName, long orderId, Instant at) {
        line(siteName);
        line("小票 " + ReceiptNumber.of(orderId));
        line(TIME.format(at));
    }

    private void sums(SaleOutcome.Sold sold) {
        var sale = sold.sale();
        pair("合计", sale.basket().gross().inYuan());
        var off = sale.basket().gross().minus(sold.elderPays());
        if (off.isPositive()) {
            pair("助餐优惠", off.negated().inYuan());
        }
        if (sale.payment().rounding().isPositive()) {
            pair("抹零", sale.payment().rounding().negated().inYuan());
        }
        pair("实付", sold.elderPays().minus(sale.payment().rounding()).inYuan());
        for (var tender : sale.payment().tenders()) {
            pair("  " + name(tender.type()), tender.fen().inYuan());
        }
    }

    /// Reasons for missing grants that help the diner to plan the next meal.
    private void reasons(SaleOutcome.Sold sold) {
        if (sold.grants().stream().map(Grant::side).noneMatch(side -> side == Side.DINER)) {
            sold.refusals().stream()
                    .map(Refusal::reason)
                    .filter(ReceiptText::helps)
                    .distinct()
                    .map(ReceiptText::plainly)
                    .distinct()
                    .forEach(this::line);
        }
    }

    private static boolean helps(RefusalReason reason) {
        return switch (reason) {
            case LIMIT, SLOT, DAY, FULFILMENT, BILL -> true;
            case WHO,
                    IN_INSTITUTION,
                    WHERE,
                    SITE_NOT_LISTED,
                    NO_DINER_GRANT,
                    NOTHING_TO_GRANT,
                    BEATEN,
                    ELDER_NOT_ACTIVE ->
                    false;
        };
    }

    private static String plainly(RefusalReason reason) {
        return switch (reason) {
            case LIMIT -> "本期优惠次数或金额已用完";
            case SLOT -> "该餐次不享受优惠";
            case DAY -> "当日不享受优惠";
            case FULFILMENT -> "该取餐方式不享受优惠";
            case BILL -> "本单餐费未达到优惠条件";
            default -> "本单不享受优惠";
        };
    }

    private static String name(TenderType type) {
        return switch (type) {
            case CASH -> "现金";
            case MOBILE -> "移动支付";
            case BANK_CARD -> "银行卡";
            case ECNY -> "数字人民币";
            case ALLOWANCE -> "津贴账户";
        };
    }

    private void rule() {
        lines.add("-".repeat(COLUMNS));
    }

    private void line(String text) {
        var line = new StringBuilder();
        var width = 0;
        for (var point : text.codePoints().toArray()) {
            if (width + width(point) > COLUMNS) {
                lines.add(line.toString());
                line.setLength(0);
                width = 0;
            }
            line.appendCodePoint(point);
            width += width(point);
        }
        lines.add(line.toString());
    }

    private void pair(String left, String right) {
        var gap = COLUMNS - width(left) - width(right);
        if (gap < 1) {
            line(left);
            lines.add(" ".repeat(Math.max(0, COLUMNS - width(right))) + right);
        } else {
            lines.add(left + " ".repeat(gap) + right);
        }
    }

    /// How many columns a text takes.
    static int width(String text) {
        return text.codePoints().map(ReceiptText::width).sum();
    }

    private static int width(int point) {
        return point < 0x1100 ? 1 : 2;
    }
}
