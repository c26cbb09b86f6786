/// Business days and the clocks of the whole service.
///
/// - Writes no table.
/// - Uses no other package of this project.
@CheckReturnValue
@NullMarked
package org.nuancan.day;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
