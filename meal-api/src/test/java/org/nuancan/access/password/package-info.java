@NullMarked
package org.nuancan.access.password;

import org.jspecify.annotations.NullMarked;
