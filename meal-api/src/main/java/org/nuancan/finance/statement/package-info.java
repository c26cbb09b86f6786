/// Statements over HTTP: lists, lines, history, proofs and files.
@CheckReturnValue
@NullMarked
package org.nuancan.finance.statement;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
