@NullMarked
package org.nuancan.check;

import org.jspecify.annotations.NullMarked;
