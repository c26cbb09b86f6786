package org.nuancan.access;

/// The roles of the contract, as tokens and `@Secured` name them.
public final class Role {

    /// Users, reference data, closes; everywhere.
    public static final String CITY_ADMIN = "CITY_ADMIN";

    /// Elders, providers, sites, policies, approval; one district.
    public static final String DISTRICT_OFFICER = "DISTRICT_OFFICER";

    /// Payment batches, bank results, money received, reconciliation; one district.
    public static final String DISTRICT_FINANCE = "DISTRICT_FINANCE";

    /// Elders, review of the lines of its sites, welfare alerts; one street.
    public static final String STREET_OFFICER = "STREET_OFFICER";

    /// Takes orders by phone or at the door; one street.
    public static final String ORDER_DESK = "ORDER_DESK";

    /// Own sites, terminals, prices, statements; one provider.
    public static final String PROVIDER_MANAGER = "PROVIDER_MANAGER";

    /// Menus, production; one site.
    public static final String KITCHEN_STAFF = "KITCHEN_STAFF";

    /// Runs; one delivery provider.
    public static final String DISPATCHER = "DISPATCHER";

    /// The own run; one delivery provider.
    public static final String RIDER = "RIDER";

    /// The till; one site.
    public static final String POS_TERMINAL = "POS_TERMINAL";

    /// Every GET and search in one district or the city; changes nothing.
    public static final String AUDITOR = "AUDITOR";

    private Role() {}
}
