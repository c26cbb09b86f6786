/// Text that comes from outside: which characters and lengths are accepted, and how accepted text
/// is normalised before it is compared or stored.
///
/// - Writes no table.
/// - Uses no other package of this project.
@CheckReturnValue
@NullMarked
package org.nuancan.text;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
