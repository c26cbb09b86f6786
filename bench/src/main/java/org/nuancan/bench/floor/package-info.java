/// The limit of the database on its disk: the rows of sales are written by plain JDBC, without
/// HTTP, policies or checks.
///
/// - Writes `meal_order`, `order_item`, `order_tender`, `order_grant`, `journal`, `posting`,
///   `idempotency_key` and `bench_commit` of a database that is given.
/// - Uses `bench.city`, `ledger`, `policy`, `money`, `day` and `db`.
@CheckReturnValue
@NullMarked
package org.nuancan.bench.floor;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
