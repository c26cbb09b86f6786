/// Operations that change an elder on file: each takes the elder's lock, counts the change and
/// notes it for audit and checks.
@CheckReturnValue
@NullMarked
package org.nuancan.elder.change;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
