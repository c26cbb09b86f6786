@NullMarked
package org.nuancan.payment;

import org.jspecify.annotations.NullMarked;
