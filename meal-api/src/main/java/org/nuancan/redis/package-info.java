/// Redis as a helper: what it does not do at once is done without it.
///
/// - Writes no table; uses no other package of this project.
/// - The one place that has a client of Redis.
@CheckReturnValue
@NullMarked
package org.nuancan.redis;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
