@NullMarked
package org.nuancan.fund;

import org.jspecify.annotations.NullMarked;
