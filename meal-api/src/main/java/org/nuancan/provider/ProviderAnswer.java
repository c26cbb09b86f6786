package org.nuancan.provider;

/// A provider as it is shown: the account's number never whole.
record ProviderAnswer(
        String providerId,
        String name,
        ProviderKind kind,
        String districtCode,
        BankAccount bankAccount) {

    static ProviderAnswer of(ProviderOnFile provider) {
        return new ProviderAnswer(
                Long.toString(provider.providerId()),
                provider.name(),
                provider.kind(),
                provider.districtCode(),
                provider.bankAccount().masked());
    }
}
