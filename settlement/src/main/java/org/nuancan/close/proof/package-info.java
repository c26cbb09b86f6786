/// The hash of a statement: canonical text, SM3, and the Merkle tree over its lines.
@CheckReturnValue
@NullMarked
package org.nuancan.close.proof;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
