@NullMarked
package org.nuancan.provider.account;

import org.jspecify.annotations.NullMarked;
