/// Elders on file: mapped records and repositories of elders, their dated facts, stays, states and
/// one-time codes.
@CheckReturnValue
@NullMarked
package org.nuancan.elder.file;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
