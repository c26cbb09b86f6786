package org.nuancan.elder;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/// Somebody to call.
///
/// @param name the whole name
/// @param relation to the elder, such as 女儿
/// @param phone as it was given
@Introspected
public record Contact(
        @NotBlank @Size(max = 100) String name,
        @NotNull @Size(max = 40) String relation,
        @NotNull @Size(max = 40) String phone) {

    @Override
    public String toString() {
        return "Contact[…]";
    }
}
