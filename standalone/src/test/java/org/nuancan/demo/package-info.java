@NullMarked
package org.nuancan.demo;

import org.jspecify.annotations.NullMarked;
