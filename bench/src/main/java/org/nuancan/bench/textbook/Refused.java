package org.nuancan.bench.textbook;

import java.util.Map;

/// A refused request.
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient Map<String, Object> more;

    Refused(int status, String code, Map<String, Object> more) {
        super(code);
        this.status = status;
        this.code = code;
        this.more = Map.copyOf(more);
    }

    /// A refusal by a rule.
    static Refused rule(String code) {
        return new Refused(422, code, Map.of());
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    Map<String, Object> more() {
        return more;
    }
}
