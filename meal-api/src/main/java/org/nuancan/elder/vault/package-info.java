/// Encrypts and decrypts secret data of a person: ID number, name, phone, address.
@CheckReturnValue
@NullMarked
package org.nuancan.elder.vault;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
