/// The baselines of the close: one `SELECT … GROUP BY` over the same books, and Spring Batch
/// reading the same rows in chunks. It also creates the books.
///
/// - Writes databases of its own alone.
/// - Uses `ledger`, `policy`, `money`, `day` and `db`.
@CheckReturnValue
@NullMarked
package org.nuancan.bench.nightly;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
