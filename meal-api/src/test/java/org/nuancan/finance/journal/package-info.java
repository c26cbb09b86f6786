@NullMarked
package org.nuancan.finance.journal;

import org.jspecify.annotations.NullMarked;
