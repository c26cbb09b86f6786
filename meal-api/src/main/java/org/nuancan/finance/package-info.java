/// Settlement for payers and auditors: statements and their lines, the trial balance, the journal,
/// sums over time, and reviews.
///
/// - Writes no table.
/// - Uses `review`, `check`, `order` (limits, which a recovery gives back), `ledger`, `close`,
///   `policy`, `money`, `day` and `db`, `provider` (divisions of sites), `access` and `http`.
@CheckReturnValue
@NullMarked
package org.nuancan.finance;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
