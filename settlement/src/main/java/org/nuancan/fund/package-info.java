/// What payers set aside for a year, and how much of it is granted, claimed and paid.
///
/// - Writes `fund_budget`, `fund_year` and `fund_warning`; reads `statement`, `statement_fund`,
///   `posting`, `business_day`, `parked_day` and `money_receipt`.
/// - Uses `money` and `db`.
@CheckReturnValue
@NullMarked
package org.nuancan.fund;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
