/// What was sold: the meals of an elder, the sales of a day, the meals that statistics count, and
/// orders compared with journals.
@CheckReturnValue
@NullMarked
package org.nuancan.sale.history;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
