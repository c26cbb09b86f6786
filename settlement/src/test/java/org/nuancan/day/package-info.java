@NullMarked
package org.nuancan.day;

import org.jspecify.annotations.NullMarked;
