/// Tests of this package.
@CheckReturnValue
@NullMarked
package org.nuancan.console.admin;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
