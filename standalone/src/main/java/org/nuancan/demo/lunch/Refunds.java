package org.nuancan.demo.lunch;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Refunds of meals: whole, in part, and in part until nothing is left.
final class Refunds {

    private final Noon noon;

    Refunds(Noon noon) {
        this.noon = noon;
    }

    /// Refunds one in `every` of the sales, in turn whole, in part, or in two steps.
    ///
    /// @return the number of refunds
    int of(List<Served> sales, int every) {
        var made = 0;
        for (var i = 0; i < sales.size(); i += every) {
            var served = sales.get(i);
            var sold = served.sold();
            if (sold.items().size() == 1 || i / every % 3 == 0) {
                unlessWhole(sold, List.of(back(served, true, sold.items())));
                made++;
                continue;
            }
            var first = sold.items().getFirst();
            var part = back(served, false, List.of(first.times(1)));
            made++;
            if (i / every % 3 == 1) {
                unlessWhole(sold, List.of(part, back(served, true, rest(sold, first))));
                made++;
            }
        }
        return made;
    }

    private static List<Item> rest(Sold sold, Item first) {
        var rest = new ArrayList<Item>(sold.items().subList(1, sold.items().size()));
        if (first.quantity() > 1) {
            rest.add(first.times(first.quantity() - 1));
        }
        return List.copyOf(rest);
    }

    private Sold back(Served served, boolean allThatIsLeft, List<Item> items) {
        var sold = served.sold();
        var body = Api.JSON.createObjectNode().put("reason", "演示退餐");
        if (allThatIsLeft) {
            body.putNull("items");
        } else {
            var array = body.putArray("items");
            items.forEach(item -> array.add(item.json()));
        }
        var path = "/v1/pos/checkouts/" + sold.orderId() + "/refunds";
        var answer =
                served.till().session().post(path, body, UUID.randomUUID().toString()).granted();
        var back =
                new Sold(
                        sold.orderId(),
                        sold.receiptNumber(),
                        sold.providerId(),
                        items,
                        Tender.readAll(answer.path("tenders")),
                        Granted.readAll(answer.path("grants")));
        Disagreement.unlessAlike(
                "退款入账日 · a refund's bookingDate",
                noon.forecast().date().toString(),
                answer.path("bookingDate").asText());
        noon.tally().refunded(back);
        served.till().count(back, -1);
        return back;
    }

    /// Any series of partial refunds ends with the same sums as one whole refund.
    private static void unlessWhole(Sold sold, List<Sold> refunds) {
        for (var type : Tender.Type.values()) {
            Disagreement.unlessAlike(
                    "退回的 · given back of order " + sold.orderId() + " by " + type,
                    of(List.of(sold), type),
                    of(refunds, type));
        }
        Disagreement.unlessAlike(
                "收回的补贴 · grants taken back of order " + sold.orderId(),
                granted(List.of(sold)),
                granted(refunds));
    }

    private static long of(List<Sold> sales, Tender.Type type) {
        return sales.stream()
                .flatMap(sold -> sold.tenders().stream())
                .filter(tender -> tender.type() == type)
                .mapToLong(Tender::fen)
                .sum();
    }

    private static long granted(List<Sold> sales) {
        return sales.stream().flatMap(sold -> sold.grants().stream()).mapToLong(Granted::fen).sum();
    }
}
