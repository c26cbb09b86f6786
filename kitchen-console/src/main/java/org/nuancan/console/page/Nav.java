package org.nuancan.console.page;

import java.util.List;
import org.nuancan.console.session.Session;

/// The places of the console and who is shown the way there; meal-api decides what they see.
public enum Nav {
    /// What the own site sells today.
    TODAY("/today", "nav.today"),
    /// Closed days and what is owed for them.
    STATEMENTS("/statements", "nav.statements");

    private final String href;
    private final String key;

    Nav(String href, String key) {
        this.href = href;
        this.key = key;
    }

    /// Where it is.
    public String href() {
        return href;
    }

    /// The key of its name.
    public String key() {
        return key;
    }

    /// The places for somebody with this session, the first one to begin with.
    static List<Nav> of(Session session) {
        return List.of(values()).stream().filter(nav -> session.isAny(nav.roles())).toList();
    }

    private List<String> roles() {
        return switch (this) {
            case TODAY ->
                    List.of(
                            "PROVIDER_MANAGER",
                            "KITCHEN_STAFF",
                            "DISTRICT_OFFICER",
                            "CITY_ADMIN",
                            "AUDITOR");
            case STATEMENTS ->
                    List.of(
                            "PROVIDER_MANAGER",
                            "STREET_OFFICER",
                            "DISTRICT_OFFICER",
                            "DISTRICT_FINANCE",
                            "CITY_ADMIN",
                            "AUDITOR");
        };
    }
}
