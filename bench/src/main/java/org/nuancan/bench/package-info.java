/// Measurements that anybody can repeat.
///
/// - Writes no table.
/// - Uses `policy` and `money`.
@CheckReturnValue
@NullMarked
package org.nuancan.bench;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
