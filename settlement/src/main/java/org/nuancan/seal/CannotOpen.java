package org.nuancan.seal;

/// A sealed value that cannot be opened: its key is not configured, it was changed, or it was
/// sealed for another record.
public final class CannotOpen extends IllegalStateException {

    private static final long serialVersionUID = 1;

    CannotOpen(String value, String why) {
        super("%s does not open: %s".formatted(value, why));
    }
}
