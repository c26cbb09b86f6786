/// Facts and cards of an elder on any day, from the dated records.
@CheckReturnValue
@NullMarked
package org.nuancan.elder.history;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
