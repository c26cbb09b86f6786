/// Who bears a failed meal: the table of a district, and the evidence that it needs.
@CheckReturnValue
@NullMarked
package org.nuancan.ordering.loss;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
