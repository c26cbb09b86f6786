package org.nuancan.payment;

/// The district's account that payments are made from, as the bank knows it.
///
/// @param name the account's holder
/// @param number the account; `NOTPROVIDED` if the bank takes it from the channel
/// @param bankCode code of the bank
public record Debtor(String name, String number, String bankCode) {

    private static final String NOT_PROVIDED = "NOTPROVIDED";

    /// A district without a configured account.
    public static Debtor of(String districtCode) {
        return new Debtor("District " + districtCode, NOT_PROVIDED, NOT_PROVIDED);
    }
}
