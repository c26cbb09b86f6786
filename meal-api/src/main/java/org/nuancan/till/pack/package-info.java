/// The offline pack: cards, prices and policies that a till needs to sell without a network.
@CheckReturnValue
@NullMarked
package org.nuancan.till.pack;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
