@NullMarked
package org.nuancan.http.idempotency;

import org.jspecify.annotations.NullMarked;
