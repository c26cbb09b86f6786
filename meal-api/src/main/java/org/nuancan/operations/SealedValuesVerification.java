package org.nuancan.operations;

import jakarta.inject.Singleton;
import org.nuancan.close.verification.Provable;
import org.nuancan.day.BusinessDay;
import org.nuancan.seal.SealedValues;

/// Adds sealed values to the checks of `verify`: all of them are opened, for any days.
///
/// It is in this module because the keys and the columns are.
@Singleton
final class SealedValuesVerification implements Provable {

    private final SealedValues values;

    SealedValuesVerification(SealedValues values) {
        this.values = values;
    }

    @Override
    public Shown show(BusinessDay from, BusinessDay to) {
        var opened = values.openAll();
        return new Shown("sealedValues", opened.values(), opened.faults());
    }
}
