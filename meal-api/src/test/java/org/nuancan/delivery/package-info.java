/// Tests of delivery.
@NullMarked
package org.nuancan.delivery;

import org.jspecify.annotations.NullMarked;
