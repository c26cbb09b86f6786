@NullMarked
package org.nuancan.connection;

import org.jspecify.annotations.NullMarked;
