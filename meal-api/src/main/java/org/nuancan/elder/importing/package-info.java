/// Imports of elders from files: jobs that run in portions and keep their faults by line.
@CheckReturnValue
@NullMarked
package org.nuancan.elder.importing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
