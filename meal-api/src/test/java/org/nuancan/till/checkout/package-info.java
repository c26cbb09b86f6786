@NullMarked
package org.nuancan.till.checkout;

import org.jspecify.annotations.NullMarked;
