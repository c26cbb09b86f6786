package org.nuancan.policy.document;

/// A fault of a document with its place.
///
/// @param pointer the place as a JSON pointer (RFC 6901)
/// @param code kind of the fault; stable
/// @param zh message in Chinese
/// @param en message in English
public record Fault(String pointer, FaultCode code, String zh, String en) {

    static Fault of(String pointer, FaultCode code) {
        return of(pointer, code, "", "");
    }

    static Fault of(String pointer, FaultCode code, String zh, String en) {
        return new Fault(pointer, code, code.zh(zh), code.en(en));
    }
}
