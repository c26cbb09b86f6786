/// Signing in and out: token pairs, refresh tokens with detection of reuse, changes of a password.
@CheckReturnValue
@NullMarked
package org.nuancan.access.session;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
