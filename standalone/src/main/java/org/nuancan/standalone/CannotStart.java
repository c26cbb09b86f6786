package org.nuancan.standalone;

/// The reason why nothing was started, in one sentence for the user.
final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotStart(String sentence) {
        super(sentence);
    }
}
