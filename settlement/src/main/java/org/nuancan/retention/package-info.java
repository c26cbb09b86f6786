/// Retention periods of records, and the job that deletes records after them.
///
/// - Writes `retention_run` and `retention_mark`. What is deleted is deleted by the package that
///   writes it, through [Kept]; triggers let nothing go that is not older than its mark.
/// - Uses `day` and `db`.
@CheckReturnValue
@NullMarked
package org.nuancan.retention;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
