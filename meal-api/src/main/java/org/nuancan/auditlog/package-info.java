/// The audit log over HTTP.
///
/// - Writes no table.
/// - Uses `audit`, `access` (names of users), `http` and `day`.
@CheckReturnValue
@NullMarked
package org.nuancan.auditlog;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
