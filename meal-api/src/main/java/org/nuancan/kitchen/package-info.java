/// What a kitchen is to cook, what it cooked, and what goes out of it.
///
/// - Writes `kitchen_batch`, `kitchen_hold`, `kitchen_sample`.
/// - Uses `preorder` and `menu`, `elder`, `provider`, `diet`, `document`, `check` (which asks how
///   much was cooked), `access`, `http`, `policy` (slots), `day` and `db`.
/// - [MealBook] is the one place that says which orders are a meal's: production counts, labels,
///   run sheets and what is settled are views of it.
@CheckReturnValue
@NullMarked
package org.nuancan.kitchen;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
