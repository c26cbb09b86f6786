@NullMarked
package org.nuancan.treasury;

import org.jspecify.annotations.NullMarked;
