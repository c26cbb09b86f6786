package org.nuancan.payment;

/// Whose money is paid: the district's account, as the bank knows it.
///
/// @param name the account's holder
/// @param number the account; `NOTPROVIDED` where the bank takes it from the channel
/// @param bankCode the bank's
public record Debtor(String name, String number, String bankCode) {

    private static final String NOT_PROVIDED = "NOTPROVIDED";

    /// A district whose account nobody has set.
    public static Debtor of(String districtCode) {
        return new Debtor("District " + districtCode, NOT_PROVIDED, NOT_PROVIDED);
    }
}
