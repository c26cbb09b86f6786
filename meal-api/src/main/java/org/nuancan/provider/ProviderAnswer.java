package org.nuancan.provider;

/// A provider as shown, with a masked account number.
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
