package org.nuancan.standalone;

/// Why nothing was started, in one sentence for the person at the keyboard.
final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotStart(String sentence) {
        super(sentence);
    }
}
