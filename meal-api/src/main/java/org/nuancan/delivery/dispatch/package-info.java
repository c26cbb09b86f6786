/// Runs over HTTP for dispatchers: by hand, computed, no-show, the run sheet.
@CheckReturnValue
@NullMarked
package org.nuancan.delivery.dispatch;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
