/// The dishes of sites, the menus of meals and the portions that can be ordered.
///
/// - Writes `dish`, `menu`, `menu_item`.
/// - Uses `db`, `money`, `day`, `policy` (the slots), `audit`, `http`, `access`, `provider`, `diet`
///   (words for allergens and diets).
/// - Portions are counted in the transaction of the order that takes them.
@CheckReturnValue
@NullMarked
package org.nuancan.menu;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
