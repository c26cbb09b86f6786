@NullMarked
package org.nuancan.delivery.route;

import org.jspecify.annotations.NullMarked;
