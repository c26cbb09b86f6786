@NullMarked
package org.nuancan.statistics;

import org.jspecify.annotations.NullMarked;
