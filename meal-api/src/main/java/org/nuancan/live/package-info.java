/// Live events for open pages.
///
/// Events travel between nodes by a stream in Redis. Without Redis no events are sent; everything
/// else continues to work.
///
/// - Writes no table.
/// - Uses `access`, `http`, `provider`, `sale`, `event`, `policy` (slots), `db`, `day` and `money`.
@CheckReturnValue
@NullMarked
package org.nuancan.live;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
