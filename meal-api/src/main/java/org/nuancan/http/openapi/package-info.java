/// The published OpenAPI document with its examples.
@CheckReturnValue
@NullMarked
package org.nuancan.http.openapi;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
