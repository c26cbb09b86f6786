@NullMarked
package org.nuancan.finance.receipt;

import org.jspecify.annotations.NullMarked;
