/// Amounts of money as text: fen in, yuan out, and back.
@CheckReturnValue
@NullMarked
package org.nuancan.console.money;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
