/// Places of doors and the routes between them.
@CheckReturnValue
@NullMarked
package org.nuancan.delivery.route;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
