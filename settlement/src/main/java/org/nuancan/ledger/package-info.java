/// The books: accounts, journals that sum to zero, the day a journal counts for, and the rules that
/// turn a sale or a refund into postings.
///
/// - Writes `journal`, `posting`, `ledger_opening`, `provisional_failure` and `business_day`
///   (`close` marks days through [ClosingDays]).
/// - Uses `db`, `money`, `day`, `policy` and `retention`.
/// - No code here reads an order: the data that a statement needs is written with the journal.
@CheckReturnValue
@NullMarked
package org.nuancan.ledger;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
