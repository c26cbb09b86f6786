/// What leaves the house as a file: a statement and its lines, a month for the accountant. Each
/// says how many rows it has, what they come to, and of which instant it is.
///
/// - Writes no table.
/// - Uses `finance` (whose statement it is), `close`, `ledger`, `money`, `day`, `provider` (names),
///   `document`, `access` and `http`.
@CheckReturnValue
@NullMarked
package org.nuancan.export;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
