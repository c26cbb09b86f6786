package org.nuancan.till;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.nuancan.elder.lookup.Credential;
import org.nuancan.http.text.Verbatim;

/// A credential that was presented at the till's reader.
///
/// @param type a card, an ID number or a code
/// @param value the text that was read
@Introspected
public record CredentialBody(
        @NotNull Credential.Type type, @NotNull @Verbatim @Size(min = 1, max = 512) String value) {

    /// The credential as a value; [Credential.Unreadable] if the text is not of its type.
    public Credential credential() {
        return Credential.of(type, value);
    }

    /// Leaves out the value, which may be an ID number.
    @Override
    public String toString() {
        return type + "[…]";
    }
}
