/// Reconciliation: for a day and a district, every difference between two sets of figures that must
/// agree, with its likely cause and its records, and the officers' work on it.
///
/// - Writes `difference_case` and `difference_step`; reads `posting`, `statement`,
///   `statement_fund`, `payment`, `payment_batch`, `payment_statement`, `payment_result`,
///   `money_receipt` and `receipt_match`, in one query for each comparison.
/// - Uses `close`, `payment`, `receipt`, `ledger`, `money`, `day` and `db`.
/// - The meal API compares tills with orders and orders with journals, through [Comparison].
@CheckReturnValue
@NullMarked
package org.nuancan.reconcile;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
