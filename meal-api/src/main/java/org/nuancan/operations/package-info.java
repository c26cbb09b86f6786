/// Monitoring for operators of the service: health, metrics, a log line for each request.
///
/// - Writes no table.
/// - Uses `access`, to know an administrator, `db`, to know whether the database is well, and
///   `seal` and `close`, to let `verify` open sealed values.
/// - Nothing here names a person: routes are logged as templates, without their values.
@CheckReturnValue
@NullMarked
package org.nuancan.operations;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
