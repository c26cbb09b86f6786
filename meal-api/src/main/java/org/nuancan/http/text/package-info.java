/// Types of text from outside and their JSON readers.
@CheckReturnValue
@NullMarked
package org.nuancan.http.text;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
