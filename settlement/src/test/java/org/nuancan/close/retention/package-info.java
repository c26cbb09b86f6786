@NullMarked
package org.nuancan.close.retention;

import org.jspecify.annotations.NullMarked;
