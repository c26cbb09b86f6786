/// Revoked accounts and tokens, known on every node within five seconds.
@CheckReturnValue
@NullMarked
package org.nuancan.access.revocation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
