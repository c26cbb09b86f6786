package org.nuancan.provider;

import org.nuancan.access.Caller;
import org.nuancan.access.Scope;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;

/// The area to which a caller's lists are limited.
public final class Areas {

    private Areas() {}

    /// The prefix of the divisions in the caller's area; empty for the whole city.
    public static String of(Caller caller) {
        return switch (caller.scope()) {
            case Scope.City() -> "";
            case Scope.District(var code) -> code;
            case Scope.Street(var code) -> code;
            case Scope.OfProvider _, Scope.OfSite _ ->
                    throw ProblemException.of(ProblemCode.FORBIDDEN);
        };
    }
}
