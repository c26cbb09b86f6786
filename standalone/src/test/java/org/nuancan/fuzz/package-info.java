/// Random requests for every operation and role, generated from the OpenAPI document.
@CheckReturnValue
@NullMarked
package org.nuancan.fuzz;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
