@NullMarked
package org.nuancan.till.pack;

import org.jspecify.annotations.NullMarked;
