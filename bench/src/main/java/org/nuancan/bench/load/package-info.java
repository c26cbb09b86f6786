/// Lets Hyperfoil send HTTP requests in a closed loop over a number of connections, or in an open
/// loop at a fixed rate, and records every latency (docs/decisions/0010).
///
/// - Writes no table.
/// - Uses no other package of this project.
@CheckReturnValue
@NullMarked
package org.nuancan.bench.load;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
