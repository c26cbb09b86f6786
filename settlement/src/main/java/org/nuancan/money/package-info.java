/// Amounts of money and how they are divided.
///
/// - Writes no table.
/// - Uses no other package of this project.
/// - Nothing here knows about meals, elders or providers.
@CheckReturnValue
@NullMarked
package org.nuancan.money;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
