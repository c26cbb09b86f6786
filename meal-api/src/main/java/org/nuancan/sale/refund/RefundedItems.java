package org.nuancan.sale.refund;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nuancan.ledger.posting.RefundPostings.Amounts;
import org.nuancan.money.Fen;
import org.nuancan.sale.OrderOnFile;
import org.nuancan.sale.RequestedRefund;

/// The lines of an order that a refund takes back, with their amounts: pure.
sealed interface RefundedItems {

    /// @param quantities by line of the order
    /// @param amounts the amounts of these lines
    /// @param fee the part that the deliverer earned
    record Chosen(Map<Integer, Integer> quantities, Amounts amounts, Fen fee)
            implements RefundedItems {}

    /// Fewer items are left.
    record TooMany() implements RefundedItems {}

    /// The article was sold at several prices.
    record Ambiguous(int item) implements RefundedItems {}

    /// All that is left of an order.
    static RefundedItems allOf(OrderOnFile order) {
        var quantities = new TreeMap<Integer, Integer>();
        for (var item : order.items()) {
            if (item.left() > 0) {
                quantities.put(item.line(), item.left());
            }
        }
        return quantities.isEmpty() ? new TooMany() : chosen(order, quantities);
    }

    /// Certain items of an order; among equal lines the earlier ones first.
    static RefundedItems of(OrderOnFile order, List<RequestedRefund.Item> requested) {
        var quantities = new TreeMap<Integer, Integer>();
        for (var i = 0; i < requested.size(); i++) {
            var item = requested.get(i);
            var lines = linesOf(order, item);
            if (item.unitPrice().isEmpty() && prices(lines) > 1) {
                return new Ambiguous(i);
            }
            if (take(quantities, lines, item.quantity()) > 0) {
                return new TooMany();
            }
        }
        return chosen(order, quantities);
    }

    private static List<OrderOnFile.Item> linesOf(
            OrderOnFile order, RequestedRefund.Item requested) {
        return order.items().stream()
                .filter(item -> item.sold().sku().equals(requested.sku()))
                .filter(item ->
                        requested
                                .unitPrice()
                                .map(price -> price.equals(item.sold().unitPrice()))
                                .orElse(true))
                .toList();
    }

    private static long prices(List<OrderOnFile.Item> lines) {
        return lines.stream().map(item -> item.sold().unitPrice()).distinct().count();
    }

    /// @return how many items are missing
    private static int take(
            Map<Integer, Integer> quantities, List<OrderOnFile.Item> lines, int quantity) {
        var open = quantity;
        for (var line : lines) {
            var left = line.left() - quantities.getOrDefault(line.line(), 0);
            var taken = Math.min(left, open);
            if (taken > 0) {
                quantities.merge(line.line(), taken, Integer::sum);
                open -= taken;
            }
        }
        return open;
    }

    private static Chosen chosen(OrderOnFile order, Map<Integer, Integer> quantities) {
        var bill = Fen.ZERO;
        var other = Fen.ZERO;
        var fee = Fen.ZERO;
        for (var item : order.items()) {
            var total = item.sold().unitPrice().times(quantities.getOrDefault(item.line(), 0));
            if (item.sold().subsidisable()) {
                bill = bill.plus(total);
            } else {
                other = other.plus(total);
            }
            fee = item.sold().fee() ? fee.plus(total) : fee;
        }
        return new Chosen(Map.copyOf(quantities), new Amounts(bill, other), fee);
    }
}
