/// Receipts, payment batches and the bank's results, budgets, and the reconciliation, over HTTP.
///
/// - Writes no table.
/// - Uses `seal`, `receipt`, `payment`, `fund`, `reconcile`, `retention`, `review` (reviewers),
///   `close`, `event` (warnings about budgets), `ledger`, `policy`, `money`, `day` and `db`,
///   `provider` (accounts), `finance` (areas of callers), `access` and `http`.
@CheckReturnValue
@NullMarked
package org.nuancan.treasury;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
