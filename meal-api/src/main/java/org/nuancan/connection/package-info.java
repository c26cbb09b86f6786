/// Checks on a connection before the framework reads it: limits in size and time for heads and
/// bodies of requests.
///
/// - Writes no table.
/// - Uses no other package of this project.
@CheckReturnValue
@NullMarked
package org.nuancan.connection;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
