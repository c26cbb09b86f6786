/// Shared parts of all HTTP operations: strict JSON, problem details, idempotency keys, pages,
/// request ids.
///
/// - Writes `idempotency_key`.
/// - Uses `seal`, `connection`, `db`, `money`, `day`.
@CheckReturnValue
@NullMarked
package org.nuancan.http;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
