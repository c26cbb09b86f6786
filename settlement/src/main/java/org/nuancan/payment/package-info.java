/// Money that goes out: a district's batches of payments to its providers, the bank's file, and
/// what the bank answered.
///
/// - Writes `payment_batch`, `payment`, `payment_statement`, `payment_answer` and `payment_result`;
///   books through `ledger` and moves statements through `review`.
/// - Uses `seal`, `review`, `close`, `receipt` (what providers paid in), `bank` (what banks send),
///   `ledger`, `money`, `day` and `db`.
/// - No statement is paid twice: it is taken up under its lock, and only where its state lets it.
@CheckReturnValue
@NullMarked
package org.nuancan.payment;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
