@NullMarked
package org.nuancan.access.attempt;

import org.jspecify.annotations.NullMarked;
