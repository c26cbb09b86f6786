/// Statements: values, records on file, states, and lookups for other capabilities.
@CheckReturnValue
@NullMarked
package org.nuancan.close.statement;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
