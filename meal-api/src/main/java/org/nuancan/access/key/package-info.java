/// Signing keys of tokens, which rotate without a restart, and their public parts.
@CheckReturnValue
@NullMarked
package org.nuancan.access.key;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
