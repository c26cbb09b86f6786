@NullMarked
package org.nuancan.close.command;

import org.jspecify.annotations.NullMarked;
