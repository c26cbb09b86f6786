@NullMarked
package org.nuancan.bank;

import org.jspecify.annotations.NullMarked;
