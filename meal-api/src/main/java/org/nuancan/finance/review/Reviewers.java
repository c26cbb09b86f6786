package org.nuancan.finance.review;

import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.access.Scope;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.review.step.Reviewer;

/// Determines the level at which a caller acts on statements.
public final class Reviewers {

    private Reviewers() {}

    /// @throws ProblemException `FORBIDDEN` for a caller without a level
    public static Reviewer of(Caller caller) {
        return new Reviewer(caller.username(), reach(caller));
    }

    private static Reviewer.Reach reach(Caller caller) {
        return switch (caller.scope()) {
            case Scope.OfProvider(var providerId, var _) when caller.is(Role.PROVIDER_MANAGER) ->
                    new Reviewer.Reach.OfProvider(providerId);
            case Scope.Street(var code) when caller.is(Role.STREET_OFFICER) ->
                    new Reviewer.Reach.Street(code);
            case Scope.District(var code) when caller.is(Role.DISTRICT_OFFICER) ->
                    new Reviewer.Reach.District(code);
            case Scope.District(var code) when caller.is(Role.DISTRICT_FINANCE) ->
                    new Reviewer.Reach.Finance(code);
            case Scope.City _,
                    Scope.District _,
                    Scope.Street _,
                    Scope.OfProvider _,
                    Scope.OfSite _ ->
                    throw ProblemException.of(ProblemCode.FORBIDDEN);
        };
    }
}
