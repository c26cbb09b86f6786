/// Cards on file and their states over time.
@CheckReturnValue
@NullMarked
package org.nuancan.elder.card;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
