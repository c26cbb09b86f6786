@NullMarked
package org.nuancan.finance.fund;

import org.jspecify.annotations.NullMarked;
