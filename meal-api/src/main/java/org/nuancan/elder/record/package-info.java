/// Elders and their cards over HTTP: the record, search, changes, cards and one-time codes.
@CheckReturnValue
@NullMarked
package org.nuancan.elder.record;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
