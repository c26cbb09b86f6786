/// Retention periods of records, and the job that deletes records after them.
///
/// - Writes `retention_run` and `retention_mark`. The package that writes a kind of records deletes
///   them, through [Kept]; triggers refuse to delete records that are not older than the mark of
///   their kind.
/// - Uses `day` and `db`.
@CheckReturnValue
@NullMarked
package org.nuancan.retention;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
