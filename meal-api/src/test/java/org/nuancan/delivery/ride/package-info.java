@NullMarked
package org.nuancan.delivery.ride;

import org.jspecify.annotations.NullMarked;
