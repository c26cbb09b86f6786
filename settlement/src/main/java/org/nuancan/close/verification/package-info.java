/// Compares closed statements and days with the books.
@CheckReturnValue
@NullMarked
package org.nuancan.close.verification;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
