/// Price lists of sites over time.
@CheckReturnValue
@NullMarked
package org.nuancan.provider.price;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
