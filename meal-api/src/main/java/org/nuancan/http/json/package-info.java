/// Strict reading of JSON bodies and parameters.
@CheckReturnValue
@NullMarked
package org.nuancan.http.json;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
