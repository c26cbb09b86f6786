/// Exported files: a statement and its lines, and a month for accountants. Each file states its
/// number of rows, their sum and its instant.
///
/// - Writes no table.
/// - Uses `finance` (statements that a caller may see), `close`, `ledger`, `money`, `day`,
///   `provider` (names), `document`, `access` and `http`.
@CheckReturnValue
@NullMarked
package org.nuancan.export;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
