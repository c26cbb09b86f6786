/// Orders: what was sold, paid, granted and refunded, and the limits that this uses up.
///
/// - Writes `meal_order`, `order_item`, `order_tender`, `tender_reference`, `order_grant`,
///   `limit_counter`, `limit_quota`, `order_refund`, `order_refund_item`, `order_refund_tender`;
///   reads `site` and `provider`, and `journal` and `posting` to compare orders with them.
/// - Uses `db`, `money`, `day`, `policy`, `ledger`, `review` (whose lines refunds touch), `check`
///   (which looks at what was eaten), `reconcile`, `access`, `http`, `elder`, `provider`, `event`
///   (announces sales), `document`.
/// - Everything is written in a transaction that the caller opened: first the day is locked
///   (shared), then the elders, then the counters of other limits, each group sorted.
@CheckReturnValue
@NullMarked
package org.nuancan.sale;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
