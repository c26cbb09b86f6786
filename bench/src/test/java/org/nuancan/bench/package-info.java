@NullMarked
package org.nuancan.bench;

import org.jspecify.annotations.NullMarked;
