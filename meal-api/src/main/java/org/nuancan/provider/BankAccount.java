package org.nuancan.provider;

/// The bank account to which a provider is paid.
///
/// @param name the holder's name
/// @param number digits
/// @param bankCode the bank's or branch's code
public record BankAccount(String name, String number, String bankCode) {

    private static final int SHOWN = 4;

    /// The same account with a masked number: its last four digits, at most half of it.
    public BankAccount masked() {
        var shown = Math.min(SHOWN, number.length() / 2);
        var hidden = number.length() - shown;
        return new BankAccount(name, "*".repeat(hidden) + number.substring(hidden), bankCode);
    }

    @Override
    public String toString() {
        return masked().number;
    }
}
