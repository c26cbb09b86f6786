@NullMarked
package org.nuancan.finance.reconcile;

import org.jspecify.annotations.NullMarked;
