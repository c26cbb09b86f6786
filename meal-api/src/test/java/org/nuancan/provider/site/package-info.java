@NullMarked
package org.nuancan.provider.site;

import org.jspecify.annotations.NullMarked;
