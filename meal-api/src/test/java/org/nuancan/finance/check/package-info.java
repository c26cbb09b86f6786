@NullMarked
package org.nuancan.finance.check;

import org.jspecify.annotations.NullMarked;
