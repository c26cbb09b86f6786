/// Tables for files: cells, control sums, CSV and XLSX.
@CheckReturnValue
@NullMarked
package org.nuancan.finance.grid;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
