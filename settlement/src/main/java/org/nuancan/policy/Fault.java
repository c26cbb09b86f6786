package org.nuancan.policy;

/// One thing that is wrong with a document, and where.
///
/// @param pointer the place as a JSON pointer (RFC 6901)
/// @param code what kind of fault it is; stable
/// @param zh for people, in Chinese
/// @param en for people, in English
public record Fault(String pointer, FaultCode code, String zh, String en) {

    static Fault of(String pointer, FaultCode code) {
        return of(pointer, code, "", "");
    }

    static Fault of(String pointer, FaultCode code, String zh, String en) {
        return new Fault(pointer, code, code.zh(zh), code.en(en));
    }
}
