package org.nuancan.finance.payment;

import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import org.nuancan.payment.Debtor;

/// A district's bank account (`nuancan.paying-accounts.<district code>`), from which the bank's
/// payment file pays.
///
/// @param districtCode 6 digits
@EachProperty("nuancan.paying-accounts")
record PayingAccount(@Parameter String districtCode, String name, String number, String bankCode) {

    Debtor debtor() {
        return new Debtor(name, number, bankCode);
    }
}
