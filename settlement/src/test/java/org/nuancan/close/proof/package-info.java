@NullMarked
package org.nuancan.close.proof;

import org.jspecify.annotations.NullMarked;
