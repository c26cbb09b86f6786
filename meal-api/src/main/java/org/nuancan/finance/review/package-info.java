/// Review of statements over HTTP: queues, steps, decisions on lines, bulk approval.
@CheckReturnValue
@NullMarked
package org.nuancan.finance.review;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
