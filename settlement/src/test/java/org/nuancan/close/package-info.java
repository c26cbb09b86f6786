@NullMarked
package org.nuancan.close;

import org.jspecify.annotations.NullMarked;
