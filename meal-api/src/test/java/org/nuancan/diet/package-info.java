@NullMarked
package org.nuancan.diet;

import org.jspecify.annotations.NullMarked;
