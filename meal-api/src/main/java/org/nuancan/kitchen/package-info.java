/// Production counts, batches, food samples, and the check whether meals may leave the kitchen.
///
/// - Writes `kitchen_batch`, `kitchen_hold`, `kitchen_sample`.
/// - Uses `ordering` and `menu`, `elder`, `provider`, `diet`, `document`, `check` (for the number
///   of portions cooked), `access`, `http`, `policy` (slots), `day` and `db`.
/// - [MealBook] reads the orders of a meal: production counts, labels, run sheets and settlement
///   all use it.
@CheckReturnValue
@NullMarked
package org.nuancan.kitchen;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
