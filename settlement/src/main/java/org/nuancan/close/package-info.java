/// The daily close: the journals of a day become one statement a provider.
///
/// - Writes `statement`, `statement_fund`, `statement_site`, `statement_anchor` and `parked_day`;
///   marks `business_day` and posts `CLOSE` journals through `ledger`.
/// - Uses `ledger`, `place` (districts of providers), `policy`, `retention`, `money`, `day` and
///   `db`.
/// - No code here reads an order: a statement can be proved from the books alone.
@CheckReturnValue
@NullMarked
package org.nuancan.close;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
