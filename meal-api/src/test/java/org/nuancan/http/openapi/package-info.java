@NullMarked
package org.nuancan.http.openapi;

import org.jspecify.annotations.NullMarked;
