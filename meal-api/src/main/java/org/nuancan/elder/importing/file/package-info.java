/// Reads a file of elders: encoding, columns, rows, and the faults of each line.
@CheckReturnValue
@NullMarked
package org.nuancan.elder.importing.file;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
