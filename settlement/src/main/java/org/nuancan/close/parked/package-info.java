/// Days of providers whose statement could not be made, with the cause.
@CheckReturnValue
@NullMarked
package org.nuancan.close.parked;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
