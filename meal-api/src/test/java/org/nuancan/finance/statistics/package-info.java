@NullMarked
package org.nuancan.finance.statistics;

import org.jspecify.annotations.NullMarked;
