package org.nuancan.http.problem;

import java.util.List;
import java.util.Map;

/// A refusal on its way to the caller as problem details (RFC 9457).
///
/// Thrown at the HTTP boundary only; everything in it may be shown to the caller.
public final class ProblemException extends RuntimeException {

    /// One bad field.
    ///
    /// @param pointer the place, as a JSON pointer (RFC 6901)
    /// @param code the fault, stable
    /// @param detail the fault, in words
    public record Fault(String pointer, String code, String detail) {}

    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final transient List<Fault> faults;
    private final transient Map<String, Object> more;

    private ProblemException(ProblemCode code, List<Fault> faults, Map<String, Object> more) {
        super(code.name(), null, false, false);
        this.code = code;
        this.faults = List.copyOf(faults);
        this.more = Map.copyOf(more);
    }

    /// A refusal without details beside its code.
    public static ProblemException of(ProblemCode code) {
        return new ProblemException(code, List.of(), Map.of());
    }

    /// A refusal with the fields that caused it.
    public static ProblemException of(ProblemCode code, List<Fault> faults) {
        return new ProblemException(code, faults, Map.of());
    }

    /// A refusal with further members, such as the right sum.
    public static ProblemException with(ProblemCode code, Map<String, Object> more) {
        return new ProblemException(code, List.of(), more);
    }

    /// The stable code.
    public ProblemCode code() {
        return code;
    }

    /// The bad fields, if any.
    public List<Fault> faults() {
        return faults;
    }

    /// Further members of the problem.
    public Map<String, Object> more() {
        return more;
    }
}
