/// Incoming money: from payers, acquirers and providers that owe; each receipt is recorded once and
/// matched to debts, the oldest first.
///
/// - Writes `money_receipt`, `money_source` and `receipt_match`; books through `ledger` and moves
///   statements through `review`; `OwedRepository` reads `statement`, `statement_fund` and
///   `posting`, since one query subtracts the received money from all claims.
/// - Uses `review`, `close`, `ledger`, `audit`, `money`, `day` and `db`.
@CheckReturnValue
@NullMarked
package org.nuancan.receipt;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
