/// The city that loads are played in: the demo district ten times over, the same down to the last
/// letter wherever it is made, and written straight into the tables.
///
/// - Writes databases of its own alone.
/// - Uses `policy`, `money`, `day` and `db`.
@CheckReturnValue
@NullMarked
package org.nuancan.bench.city;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
