@NullMarked
package org.nuancan.access.user;

import org.jspecify.annotations.NullMarked;
