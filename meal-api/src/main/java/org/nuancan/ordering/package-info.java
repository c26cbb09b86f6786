/// Meals ordered for a future day: placing, every step until they are handed over, cancelled or
/// failed, and the end of the day. Other packages call `Placing` and `Preorders`.
///
/// - Writes `preorder`, `preorder_item`, `preorder_step`, `preorder_capture`, `loss_bearer`;
///   portions are counted by `menu`, limits and what was eaten are written by `sale`, failures are
///   booked by `ledger`.
/// - Uses `seal`, `db`, `money`, `day`, `policy`, `ledger`, `close` (which calls it before it
///   closes a day), `http`, `access`, `elder`, `provider`, `sale`, `menu`, `event`.
/// - Locks in this order: the day, the elder, the counters of other limits, the order, the
///   portions.
@CheckReturnValue
@NullMarked
package org.nuancan.ordering;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
