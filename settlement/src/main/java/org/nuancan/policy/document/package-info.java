/// Policies as documents: reading with a fault for each wrong field, and writing.
@CheckReturnValue
@NullMarked
package org.nuancan.policy.document;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
