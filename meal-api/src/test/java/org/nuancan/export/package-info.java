@NullMarked
package org.nuancan.export;

import org.jspecify.annotations.NullMarked;
