@NullMarked
package org.nuancan.money;

import org.jspecify.annotations.NullMarked;
