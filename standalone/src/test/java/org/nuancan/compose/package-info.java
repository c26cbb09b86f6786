/// The production shape in containers, from the jars to a sale through the proxy.
@CheckReturnValue
@NullMarked
package org.nuancan.compose;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
