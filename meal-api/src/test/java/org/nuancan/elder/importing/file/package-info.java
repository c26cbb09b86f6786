@NullMarked
package org.nuancan.elder.importing.file;

import org.jspecify.annotations.NullMarked;
