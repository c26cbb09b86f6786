@NullMarked
package org.nuancan.http.json;

import org.jspecify.annotations.NullMarked;
