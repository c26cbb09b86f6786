package org.nuancan.console.dispatch;

import java.util.Comparator;
import java.util.List;
import org.nuancan.console.page.Form;

/// The order of stops that a form gives: for each order a number, empty to take it out.
final class StopOrder {

    private record Numbered(String orderId, long number) {}

    private StopOrder() {}

    static List<String> of(Form form) {
        return form.all("order").stream()
                .filter(id -> form.maybe("at-" + id).isPresent())
                .map(id -> new Numbered(id, form.number("at-" + id)))
                .sorted(Comparator.comparingLong(Numbered::number))
                .map(Numbered::orderId)
                .toList();
    }
}
