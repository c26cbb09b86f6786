package org.nuancan.console.page;

/// A field of a form that cannot be read, such as a sum with a letter in it.
final class FormFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    FormFault(String field) {
        super(field, null, false, false);
        this.field = field;
    }

    String field() {
        return field;
    }
}
