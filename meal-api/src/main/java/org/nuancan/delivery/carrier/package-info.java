/// The delivery providers of a district and their riders over HTTP, for pages that choose one.
@CheckReturnValue
@NullMarked
package org.nuancan.delivery.carrier;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
