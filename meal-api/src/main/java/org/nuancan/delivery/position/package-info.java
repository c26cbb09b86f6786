/// Positions of riders while a run is under way.
@CheckReturnValue
@NullMarked
package org.nuancan.delivery.position;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
