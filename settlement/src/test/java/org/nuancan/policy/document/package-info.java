@NullMarked
package org.nuancan.policy.document;

import org.jspecify.annotations.NullMarked;
