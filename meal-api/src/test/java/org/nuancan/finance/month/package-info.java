@NullMarked
package org.nuancan.finance.month;

import org.jspecify.annotations.NullMarked;
