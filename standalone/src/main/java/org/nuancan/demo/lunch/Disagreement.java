package org.nuancan.demo.lunch;

/// The service and the demo do not agree: the message says what was requested, expected and found.
public final class Disagreement extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Disagreement(String sentence) {
        super(sentence);
    }

    Disagreement(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /// @throws Disagreement if `expected` and `found` differ
    static void unlessAlike(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            throw new Disagreement(
                    "%s: 应为 %s，实为 %s · expected %s, found %s"
                            .formatted(what, expected, found, expected, found));
        }
    }
}
