/// What happens, told as it happens: events for whoever has the page open.
///
/// Events travel from node to node by a stream in Redis. Redis is a helper: without it nothing is
/// told, and nothing else is missing.
///
/// - Writes no table.
/// - Uses `access`, `http`, `provider`, `order`, `event`, `policy` (slots), `db`, `day` and
///   `money`.
@CheckReturnValue
@NullMarked
package org.nuancan.live;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
