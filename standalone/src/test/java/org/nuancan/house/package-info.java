/// Tests of the code's structure: dependencies between packages, names, types of money, and use of
/// the clock.
@CheckReturnValue
@NullMarked
package org.nuancan.house;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
