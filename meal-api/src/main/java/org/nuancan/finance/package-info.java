/// Settlement for payers and auditors: statements and their lines, the trial balance, the journal,
/// sums over time, and reviews.
///
/// - Writes no table.
/// - Uses `review`, `check`, `order` (whose limits a recovery gives back), `ledger`, `close`,
///   `policy`, `money`, `day` and `db`, `provider` (where sites lie), `access` and `http`.
@CheckReturnValue
@NullMarked
package org.nuancan.finance;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
