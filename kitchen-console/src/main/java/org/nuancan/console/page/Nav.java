package org.nuancan.console.page;

import java.util.List;
import org.nuancan.console.session.Session;

/// The places of the console and who is shown the way there; meal-api decides what they see.
public enum Nav {
    /// What is to do now.
    HOME("/", "nav.home"),
    /// Welfare alerts.
    ALERTS("/alerts", "nav.alerts"),
    /// Elders: found, looked at, ordered for.
    PEOPLE("/people", "nav.people"),
    /// Files of elders.
    IMPORTS("/imports", "nav.imports"),
    /// Ordered meals.
    ORDERS("/orders", "nav.orders"),
    /// What a kitchen cooks.
    KITCHEN("/kitchen", "nav.kitchen"),
    /// What can be ordered.
    MENUS("/menus", "nav.menus"),
    /// Delivery runs.
    RUNS("/runs", "nav.runs"),
    /// A rider's own run.
    RIDE("/ride", "nav.ride"),
    /// What the own site sells today.
    TODAY("/today", "nav.today"),
    /// Statements that wait for the reader's level.
    REVIEW("/review", "nav.review"),
    /// Closed days and what is owed for them.
    STATEMENTS("/statements", "nav.statements"),
    /// Payment batches and the bank's answers.
    PAYMENTS("/payments", "nav.payments"),
    /// A day's figures laid side by side.
    RECONCILIATION("/reconciliation", "nav.reconciliation"),
    /// Money that came in.
    RECEIPTS("/receipts", "nav.receipts"),
    /// Budgets and what has been granted of them.
    FUNDS("/funds", "nav.funds"),
    /// The policies: grants and who gets them.
    POLICIES("/policies", "nav.policies"),
    /// Who is paid.
    PROVIDERS("/providers", "nav.providers"),
    /// Where meals are served.
    SITES("/sites", "nav.sites"),
    /// Accounts.
    USERS("/users", "nav.users"),
    /// Days of the books.
    DAYS("/days", "nav.days");

    private static final String CITY = "CITY_ADMIN";
    private static final String AUDITOR = "AUDITOR";
    private static final String DISTRICT = "DISTRICT_OFFICER";
    private static final String FINANCE = "DISTRICT_FINANCE";
    private static final String STREET = "STREET_OFFICER";
    private static final String MANAGER = "PROVIDER_MANAGER";
    private static final String COOK = "KITCHEN_STAFF";
    private static final String DESK = "ORDER_DESK";
    private static final String DISPATCH = "DISPATCHER";

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

    /// Whether a path belongs to this entry.
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
            case ALERTS -> List.of(STREET, DISTRICT, CITY, AUDITOR);
            case PEOPLE -> List.of(DESK, STREET, DISTRICT, CITY, AUDITOR);
            case IMPORTS -> List.of(STREET, DESK);
            case ORDERS -> List.of(DESK, DISTRICT, CITY, AUDITOR);
            case KITCHEN -> List.of(COOK, MANAGER);
            case MENUS -> List.of(COOK, MANAGER, DESK);
            case RUNS -> List.of(DISPATCH, COOK, MANAGER, DISTRICT, CITY, AUDITOR);
            case RIDE -> List.of("RIDER");
            case TODAY -> List.of(MANAGER, COOK, DISTRICT, CITY, AUDITOR);
            case PAYMENTS, RECONCILIATION, RECEIPTS, FUNDS ->
                    List.of(FINANCE, DISTRICT, CITY, AUDITOR);
            case POLICIES, PROVIDERS -> List.of(DISTRICT, CITY, AUDITOR);
            case SITES, USERS -> List.of(MANAGER, DISTRICT, CITY, AUDITOR);
            case DAYS -> List.of(CITY, DISTRICT, FINANCE, AUDITOR);
            case REVIEW, STATEMENTS -> List.of(MANAGER, STREET, DISTRICT, FINANCE, CITY, AUDITOR);
        };
    }
}
