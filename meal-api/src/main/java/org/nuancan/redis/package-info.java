/// Optional use of Redis: if a call fails or takes too long, the caller continues without it.
///
/// - Writes no table; uses no other package of this project.
/// - The one place that has a client of Redis.
@CheckReturnValue
@NullMarked
package org.nuancan.redis;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
