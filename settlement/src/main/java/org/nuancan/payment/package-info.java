/// Outgoing money: a district's batches of payments to its providers, the bank's file, and the
/// bank's answers.
///
/// - Writes `payment_batch`, `payment`, `payment_statement`, `payment_answer` and `payment_result`;
///   books through `ledger` and moves statements through `review`.
/// - Uses `seal`, `review`, `close`, `receipt` (money that providers paid), `bank` (answers of
///   banks), `ledger`, `audit`, `money`, `day` and `db`.
/// - No statement is paid twice: a batch includes it under its lock, and only in a state that
///   allows it.
@CheckReturnValue
@NullMarked
package org.nuancan.payment;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
