/// What those who run the service see of it: health, metrics, a log line a request.
///
/// - Writes no table.
/// - Uses `access`, to know an administrator, `db`, to know whether the database is well, and
///   `seal` and `close`, to let `verify` open sealed values.
/// - Nothing here names a person: routes are logged as templates, without what stands in them.
@CheckReturnValue
@NullMarked
package org.nuancan.operations;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
