@NullMarked
package org.nuancan.delivery.carrier;

import org.jspecify.annotations.NullMarked;
