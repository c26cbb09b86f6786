@NullMarked
package org.nuancan.demo.lunch;

import org.jspecify.annotations.NullMarked;
