package org.nuancan.connection;

/// A request that is refused before it is read as a whole. Its connection is closed after the
/// answer, since the place of a next request in the bytes is not known.
public final class RefusedRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    RefusedRequest(int status) {
        super("request refused with status " + status, null, false, false);
        this.status = status;
    }

    /// The HTTP status of the answer, 4xx.
    public int status() {
        return status;
    }
}
