@NullMarked
package org.nuancan.finance.close;

import org.jspecify.annotations.NullMarked;
