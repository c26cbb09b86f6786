@NullMarked
package org.nuancan.retention;

import org.jspecify.annotations.NullMarked;
