@NullMarked
package org.nuancan.engine;

import org.jspecify.annotations.NullMarked;
