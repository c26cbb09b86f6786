/// Proofs that a meal was handed over: PIN, card, code, photo, or a person's name.
@CheckReturnValue
@NullMarked
package org.nuancan.delivery.proof;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
