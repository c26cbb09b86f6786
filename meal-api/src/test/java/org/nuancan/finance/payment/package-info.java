@NullMarked
package org.nuancan.finance.payment;

import org.jspecify.annotations.NullMarked;
