@NullMarked
package org.nuancan.db;

import org.jspecify.annotations.NullMarked;
