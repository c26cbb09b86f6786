/// Budgets of payers by year, and how much of them is granted, claimed and paid.
///
/// - Writes `fund_budget`, `fund_year` and `fund_warning`.
/// - Uses `close` (amounts that payers owe), `receipt` (amounts that they have paid), `audit`,
///   `money` and `db`.
@CheckReturnValue
@NullMarked
package org.nuancan.fund;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
