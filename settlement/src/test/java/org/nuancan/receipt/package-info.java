@NullMarked
package org.nuancan.receipt;

import org.jspecify.annotations.NullMarked;
