/// How long records are kept, and the job that deletes what may go.
///
/// - Writes `retention_run`; reads `journal`, `statement` and `audit_entry`. What is deleted is
///   deleted by the package that writes it, through [Kept].
/// - Uses `day` and `db`.
@CheckReturnValue
@NullMarked
package org.nuancan.retention;

import com.google.errorprone.annotations.CheckReturnValue;

import org.jspecify.annotations.NullMarked;
