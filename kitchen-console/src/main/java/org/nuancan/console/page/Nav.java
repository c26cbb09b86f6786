package org.nuancan.console.page;

import java.util.List;
import org.nuancan.console.session.Session;

/// The places of the console and who is shown the way there; meal-api decides what they see.
public enum Nav {
    /// What is to do now.
    HOME("/", "nav.home"),
    /// What the own site sells today.
    TODAY("/today", "nav.today"),
    /// Statements that wait for the reader's level.
    REVIEW("/review", "nav.review"),
    /// Closed days and what is owed for them.
    STATEMENTS("/statements", "nav.statements");

    private static final String CITY = "CITY_ADMIN";
    private static final String AUDITOR = "AUDITOR";
    private static final String DISTRICT = "DISTRICT_OFFICER";
    private static final String FINANCE = "DISTRICT_FINANCE";
    private static final String STREET = "STREET_OFFICER";
    private static final String MANAGER = "PROVIDER_MANAGER";
    private static final String KITCHEN = "KITCHEN_STAFF";

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

    /// Whether a path lies here.
    boolean covers(String path) {
        return this == HOME ? path.equals("/") || path.startsWith("/?") : path.startsWith(href);
    }

    /// The places for somebody with this session.
    static List<Nav> of(Session session) {
        return List.of(values()).stream()
                .filter(nav -> nav == HOME || session.isAny(nav.roles()))
                .toList();
    }

    private List<String> roles() {
        return switch (this) {
            case HOME -> List.of();
            case TODAY -> List.of(MANAGER, KITCHEN, DISTRICT, CITY, AUDITOR);
            case REVIEW, STATEMENTS -> List.of(MANAGER, STREET, DISTRICT, FINANCE, CITY, AUDITOR);
        };
    }
}
