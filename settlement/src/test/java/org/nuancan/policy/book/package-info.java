@NullMarked
package org.nuancan.policy.book;

import org.jspecify.annotations.NullMarked;
