package org.nuancan.demo;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.access.terminal.TerminalActivationService;
import org.nuancan.access.user.UserService;
import org.nuancan.demo.district.District;
import org.nuancan.provider.ProviderKind;

/// Creates the demo's users: all roles of the contract, with a password that is publicly known.
@Singleton
@Requires(env = "embedded")
final class Badges {

    private static final String PASSWORD = "demo-pass";
    private static final String TERMINAL = "demo-pos";
    private static final String STREET = "110105012";

    private final UserService users;
    private final TerminalActivationService terminals;

    Badges(UserService users, TerminalActivationService terminals) {
        this.users = users;
        this.terminals = terminals;
    }

    /// @param opened the providers in the order of the district; the first site of the first
    ///   provider gets the demo's terminal, and the demo's kitchen cooks there
    void handOut(List<CanteenSetup.Opened> opened) {
        official("city", Role.CITY_ADMIN, ScopeWords.city());
        official("chaoyang", Role.DISTRICT_OFFICER, ScopeWords.district(District.CHAOYANG));
        official("finance", Role.DISTRICT_FINANCE, ScopeWords.district(District.CHAOYANG));
        official("dongcheng", Role.DISTRICT_OFFICER, ScopeWords.district(District.DONGCHENG));
        official("auditor", Role.AUDITOR, ScopeWords.city());
        official("street", Role.STREET_OFFICER, ScopeWords.street(STREET));
        official("desk", Role.ORDER_DESK, ScopeWords.street(STREET));
        var first = opened.get(0);
        var site = first.sites().getFirst().siteId();
        official("canteen", Role.PROVIDER_MANAGER, provider(first));
        official("canteen-2", Role.PROVIDER_MANAGER, provider(opened.get(1)));
        official("kitchen", Role.KITCHEN_STAFF, ScopeWords.site(site));
        var delivery = provider(delivery(opened));
        official("dispatch", Role.DISPATCHER, delivery);
        official("rider", Role.RIDER, delivery);
        // Its signing key is not used: a till that signs offline receipts is activated.
        var _ = terminals.createActivated(TERMINAL, site, "演示收银机", PASSWORD);
    }

    private void official(String username, String role, ScopeWords scope) {
        users.create(username, PASSWORD, role, scope);
    }

    private static ScopeWords provider(CanteenSetup.Opened opened) {
        return ScopeWords.provider(opened.provider().providerId());
    }

    private static CanteenSetup.Opened delivery(List<CanteenSetup.Opened> opened) {
        return opened.stream()
                .filter(one -> one.provider().kind() == ProviderKind.DELIVERY)
                .findFirst()
                .orElseThrow();
    }
}
