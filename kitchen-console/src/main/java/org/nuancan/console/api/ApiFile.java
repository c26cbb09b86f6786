package org.nuancan.console.api;

import java.util.Optional;

/// A file that meal-api gave, or that is sent to it.
public final class ApiFile {

    private final byte[] bytes;
    private final String type;
    private final Optional<String> disposition;

    /// @param type its media type
    /// @param disposition whether it is shown or saved, and under which name
    public ApiFile(byte[] bytes, String type, Optional<String> disposition) {
        this.bytes = bytes.clone();
        this.type = type;
        this.disposition = disposition;
    }

    /// The content.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// The media type.
    public String type() {
        return type;
    }

    /// Whether it is shown or saved, and under which name.
    public Optional<String> disposition() {
        return disposition;
    }
}
