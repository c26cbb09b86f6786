/// Repeatable measurements.
///
/// - Writes databases of its own alone.
/// - Uses `policy`, `money`, `day`, `ledger` and `db`.
@CheckReturnValue
@NullMarked
package org.nuancan.bench;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
