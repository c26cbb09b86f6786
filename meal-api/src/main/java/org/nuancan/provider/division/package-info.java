/// Names of districts and streets.
@CheckReturnValue
@NullMarked
package org.nuancan.provider.division;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
