@NullMarked
package org.nuancan.seal;

import org.jspecify.annotations.NullMarked;
