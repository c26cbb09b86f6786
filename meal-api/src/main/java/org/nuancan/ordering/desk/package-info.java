/// Orders over HTTP for the order desk.
@CheckReturnValue
@NullMarked
package org.nuancan.ordering.desk;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
