@NullMarked
package org.nuancan.demo.district;

import org.jspecify.annotations.NullMarked;
