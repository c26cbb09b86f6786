/// Changes of providers over HTTP: name, suspension, end.
@CheckReturnValue
@NullMarked
package org.nuancan.provider.state;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
