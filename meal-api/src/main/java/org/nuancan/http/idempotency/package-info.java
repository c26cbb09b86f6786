/// Idempotency keys: the same key with the same body gets the same answer.
@CheckReturnValue
@NullMarked
package org.nuancan.http.idempotency;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
