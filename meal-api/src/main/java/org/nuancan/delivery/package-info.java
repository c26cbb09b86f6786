/// Delivery to the door: runs, riders, proofs, positions.
///
/// - Writes `delivery_run`, `delivery_stop`, `delivery_proof`, `delivery_wrong_pin`,
///   `delivery_order_photo`, `delivery_position`, `delivery_place`, `delivery_too_old`,
///   `delivery_earlier_rider`.
/// - Uses `seal`, `kitchen` (servings, and whether a meal may leave), `ordering`, `welfare`,
///   `event`, `elder`, `provider`, `document`, `sale` and `ledger` (tenders), `retention` (deletes
///   old positions and photos), `review` (when statements were paid), `access`, `http`, `money`,
///   `policy` (slots), `day`, `db`.
/// - A run is locked before days, elders and orders.
@CheckReturnValue
@NullMarked
package org.nuancan.delivery;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
