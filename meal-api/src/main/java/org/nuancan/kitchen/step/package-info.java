/// Steps of orders that a kitchen reports: accepted, prepared, their undoing, and its own faults.
///
/// - Writes no table; `ordering` writes the steps.
/// - Uses `ordering`, `provider` (own sites), `access`, `http` and `db`.
@CheckReturnValue
@NullMarked
package org.nuancan.kitchen.step;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
