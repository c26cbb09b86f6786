@NullMarked
package org.nuancan.elder.importing;

import org.jspecify.annotations.NullMarked;
