@NullMarked
package org.nuancan.access.terminal;

import org.jspecify.annotations.NullMarked;
