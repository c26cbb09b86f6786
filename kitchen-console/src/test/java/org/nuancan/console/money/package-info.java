@NullMarked
package org.nuancan.console.money;

import org.jspecify.annotations.NullMarked;
