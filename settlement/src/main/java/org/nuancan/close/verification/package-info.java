/// Compares statements with the books: what was closed can be proved again.
@CheckReturnValue
@NullMarked
package org.nuancan.close.verification;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
