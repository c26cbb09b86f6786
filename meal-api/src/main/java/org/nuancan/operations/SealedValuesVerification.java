package org.nuancan.operations;

import jakarta.inject.Singleton;
import org.nuancan.close.Provable;
import org.nuancan.day.BusinessDay;
import org.nuancan.seal.SealedValues;

/// Sealed values among what `verify` looks at: all are opened, whatever days are asked for.
///
/// It is a part of this module because the keys and the columns are.
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
