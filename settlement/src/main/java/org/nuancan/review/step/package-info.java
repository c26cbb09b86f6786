/// Records of the work of persons on a statement: steps, persons, streets, disputes, decisions on
/// lines.
@CheckReturnValue
@NullMarked
package org.nuancan.review.step;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
