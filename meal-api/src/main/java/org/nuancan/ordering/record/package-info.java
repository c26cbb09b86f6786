/// Orders on file: mapped records, the store, and the history of their steps.
@CheckReturnValue
@NullMarked
package org.nuancan.ordering.record;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
