package org.nuancan.console.ordering;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nuancan.console.api.Listed;
import org.nuancan.console.page.BusinessDays;
import org.nuancan.console.page.SignedIn;

/// Who cooks and who delivers for a desk.
///
/// meal-api has no list of carriers for the desk, so those of its recent orders are offered.
@Singleton
final class Shops {

    private final OrderClient client;
    private final SiteNames names;
    private final BusinessDays days;

    Shops(OrderClient client, SiteNames names, BusinessDays days) {
        this.client = client;
        this.names = names;
        this.days = days;
    }

    BusinessDays days() {
        return days;
    }

    Map<String, String> sites(SignedIn reader) {
        return names.of(reader);
    }

    Map<String, String> carriers(SignedIn reader) {
        var known = names.providers(reader);
        Map<String, String> carriers = new LinkedHashMap<>();
        client
                .list(reader.asking(), OrderFilter.none())
                .map(Listed::items)
                .orElse(List.of())
                .stream()
                .flatMap(order -> order.deliveryProviderId().stream())
                .forEach(id -> carriers.put(id, known.getOrDefault(id, id)));
        return carriers;
    }
}
