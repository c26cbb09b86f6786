@NullMarked
package org.nuancan.db.embedded;

import org.jspecify.annotations.NullMarked;
