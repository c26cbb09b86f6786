package org.nuancan.ledger.posting;

/// Reasons of postings on `earned:` and `discount:`. A gap above the agreed price and a failed meal
/// have the code of a [Loss].
public final class Reason {

    /// On `earned:`: the food.
    public static final String MEAL = "MEAL";

    /// On `earned:`: the delivery fee.
    public static final String FEE = "FEE";

    /// On `earned:`: an amount that a policy pays the provider on top.
    public static final String INCENTIVE = "INCENTIVE";

    /// On `discount:`: a part of a grant that the policy assigns to the provider.
    public static final String PROVIDER_GRANT = "PROVIDER_GRANT";

    /// On `discount:`: the remainder of rounding to whole jiao.
    public static final String ROUNDING = "ROUNDING";

    /// On `discount:`: the amount that the till granted offline above the allowed amount.
    public static final String OFFLINE_EXCESS = "OFFLINE_EXCESS";

    private Reason() {}
}
