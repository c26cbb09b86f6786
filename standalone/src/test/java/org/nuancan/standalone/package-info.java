@NullMarked
package org.nuancan.standalone;

import org.jspecify.annotations.NullMarked;
