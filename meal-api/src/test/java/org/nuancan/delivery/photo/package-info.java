@NullMarked
package org.nuancan.delivery.photo;

import org.jspecify.annotations.NullMarked;
