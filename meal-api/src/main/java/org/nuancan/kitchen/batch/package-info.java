/// Cooked batches: temperatures, samples, holds, and the portions taken from them.
@CheckReturnValue
@NullMarked
package org.nuancan.kitchen.batch;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
