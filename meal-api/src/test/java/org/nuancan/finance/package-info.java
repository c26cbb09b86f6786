@NullMarked
package org.nuancan.finance;

import org.jspecify.annotations.NullMarked;
