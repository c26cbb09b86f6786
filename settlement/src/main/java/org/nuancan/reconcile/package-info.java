/// Reconciliation: for a day and a district, every difference between two sets of figures that must
/// agree, with its likely cause and the records behind it; and what people did about it.
///
/// - Writes `difference_case` and `difference_step`; reads `journal`, `posting`, `statement`,
///   `statement_fund`, `business_day`, `parked_day`, the tables of `payment` and of `receipt`.
/// - Uses `close`, `payment`, `receipt`, `ledger`, `money`, `day` and `db`.
/// - Tills and orders are compared by those who keep them, through [Comparison].
@CheckReturnValue
@NullMarked
package org.nuancan.reconcile;

import com.google.errorprone.annotations.CheckReturnValue;

import org.jspecify.annotations.NullMarked;
