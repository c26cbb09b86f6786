package org.nuancan.ledger;

/// Why a posting stands where it stands, on `earned:` and `discount:`. What an order's elder would
/// have to pay more than was agreed, and a meal that failed, have the code of a [Loss].
public final class Reason {

    /// On `earned:`: the food.
    public static final String MEAL = "MEAL";

    /// On `earned:`: the delivery fee.
    public static final String FEE = "FEE";

    /// On `earned:`: what a policy pays the provider on top.
    public static final String INCENTIVE = "INCENTIVE";

    /// On `discount:`: a part of a grant that the policy lays on the provider.
    public static final String PROVIDER_GRANT = "PROVIDER_GRANT";

    /// On `discount:`: what rounding to whole jiao left.
    public static final String ROUNDING = "ROUNDING";

    /// On `discount:`: what the till granted offline beyond what was allowed.
    public static final String OFFLINE_EXCESS = "OFFLINE_EXCESS";

    private Reason() {}
}
