/// The city for loads: ten times the demo district, exactly the same wherever it is made, and
/// written straight into the tables.
///
/// - Writes databases of its own alone.
/// - Uses `policy`, `money`, `day` and `db`.
@CheckReturnValue
@NullMarked
package org.nuancan.bench.city;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
