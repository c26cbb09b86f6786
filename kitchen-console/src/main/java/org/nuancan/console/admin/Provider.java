package org.nuancan.console.admin;

/// A provider.
///
/// @param kind `CANTEEN`, `CENTRAL_KITCHEN` or `DELIVERY`
/// @param bankAccount its number is masked
public record Provider(
        String providerId, String name, String kind, String districtCode, BankAccount bankAccount) {

    /// Where it is paid.
    public record BankAccount(String name, String number, String bankCode) {}
}
