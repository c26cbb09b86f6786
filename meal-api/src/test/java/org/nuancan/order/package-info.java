/// Tests of orders and of the limits they use up.
@NullMarked
package org.nuancan.order;

import org.jspecify.annotations.NullMarked;
