package org.nuancan.finance.policy;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nuancan.access.Caller;
import org.nuancan.access.Scope;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.problem.ProblemException.Fault;
import org.nuancan.policy.PolicyId;
import org.nuancan.policy.SubsidyPolicy;
import org.nuancan.policy.book.DraftOutcome;
import org.nuancan.policy.book.EndOutcome;
import org.nuancan.policy.book.PolicyBook;
import org.nuancan.policy.book.PolicyOnFile;
import org.nuancan.policy.book.ReleaseOutcome;
import org.nuancan.policy.fact.Division;

/// Operations on policies, with their permissions: the city may change all policies, a district its
/// own.
@Singleton
final class PolicyService {

    private static final String STORABLE = "[!-~]{1,64}";
    private static final int AT_ONCE = 500;

    private final PolicyBook book;

    PolicyService(PolicyBook book) {
        this.book = book;
    }

    /// @throws ProblemException `POLICY_NOT_OURS`, `POLICY_EXISTS`, `POLICY_MALFORMED`
    PolicyOnFile draft(SubsidyPolicy policy, Caller caller) {
        var faults = faults(policy, caller);
        if (!faults.isEmpty()) {
            throw ProblemException.of(ProblemCode.POLICY_NOT_OURS, faults);
        }
        return switch (book.draft(policy, caller.username())) {
            case DraftOutcome.Drafted(var draft) -> draft;
            case DraftOutcome.VersionExists() ->
                    throw refused(
                            ProblemCode.POLICY_EXISTS,
                            "/version",
                            "这一版本已存在 / there is this version of the code already");
            case DraftOutcome.CodeRefused() ->
                    throw refused(
                            ProblemCode.POLICY_MALFORMED,
                            "/code",
                            "存档的代码须为 1–64 个可打印 ASCII 字符，不含空格"
                                    + " / a code on file is 1 to 64 printable ASCII characters");
        };
    }

    /// @throws ProblemException `NOT_FOUND`, `FORBIDDEN`, `POLICY_ALREADY_RELEASED`,
    ///   `POLICY_SECOND_PERSON`, `POLICY_PERIOD_REFUSED`
    PolicyOnFile release(PolicyId id, Caller caller) {
        checkOurs(id, caller);
        return switch (book.release(id, caller.username())) {
            case ReleaseOutcome.Released(var policy) -> policy;
            case ReleaseOutcome.NoSuchVersion() -> throw ProblemException.of(ProblemCode.NOT_FOUND);
            case ReleaseOutcome.AlreadyReleased() ->
                    throw ProblemException.of(ProblemCode.POLICY_ALREADY_RELEASED);
            case ReleaseOutcome.SecondPersonNeeded() ->
                    throw ProblemException.of(ProblemCode.POLICY_SECOND_PERSON);
            case ReleaseOutcome.StartsTooEarly(var first) ->
                    throw refused(
                            ProblemCode.POLICY_PERIOD_REFUSED,
                            "/effectiveFrom",
                            "%s 不晚于今天 / %s does not lie after today".formatted(first, first));
        };
    }

    /// @throws ProblemException `NOT_FOUND`, `FORBIDDEN`, `POLICY_NOT_RELEASED`,
    ///   `POLICY_PERIOD_REFUSED`
    PolicyOnFile end(PolicyId id, LocalDate last, Caller caller) {
        checkOurs(id, caller);
        return switch (book.end(id, last, caller.username())) {
            case EndOutcome.Ended(var policy) -> policy;
            case EndOutcome.NoSuchVersion() -> throw ProblemException.of(ProblemCode.NOT_FOUND);
            case EndOutcome.StillDraft() ->
                    throw ProblemException.of(ProblemCode.POLICY_NOT_RELEASED);
            case EndOutcome.LastDayRefused() ->
                    throw refused(
                            ProblemCode.POLICY_PERIOD_REFUSED,
                            "/effectiveTo",
                            "须不早于今天和生效日，且不晚于原失效日 / must not lie before today or the"
                                    + " first day, nor after the last day it has");
        };
    }

    /// @throws ProblemException `NOT_FOUND` if it does not exist, or it concerns another district
    ///   only
    PolicyOnFile find(PolicyId id, Caller caller) {
        // An id that cannot be stored cannot exist; a query for it would fail in the database.
        return Optional.of(id)
                .filter(possible -> possible.code().matches(STORABLE))
                .flatMap(book::find)
                .filter(kept -> concerns(kept.policy().owner(), caller))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    /// The caller's own policies, and those of the area to which the caller's district belongs.
    List<PolicyOnFile> list(Optional<PolicyId> after, int limit, Caller caller) {
        return book.list(district(caller), after, limit);
    }

    private void checkOurs(PolicyId id, Caller caller) {
        var kept = find(id, caller);
        if (!faults(kept.policy(), caller).isEmpty()) {
            throw ProblemException.of(ProblemCode.FORBIDDEN);
        }
    }

    private List<Fault> faults(SubsidyPolicy policy, Caller caller) {
        var district = district(caller);
        if (district.isEmpty()) {
            return List.of();
        }
        var faults = new DistrictsOwn(district.get().code()).faults(policy);
        return policy.code().matches(STORABLE) && isOthers(policy.code(), district.get())
                ? List.of(
                        new Fault(
                                "/code",
                                "CODE_TAKEN",
                                "该代码属于其他地区的政策 / this code is a policy's of somebody else"))
                : faults;
    }

    /// Of several versions in force the highest applies, whatever its owner. So each code has one
    /// owner; otherwise a district could replace the city's policy by its own.
    private boolean isOthers(String code, Division district) {
        var after = new PolicyId(code, Integer.MIN_VALUE);
        while (true) {
            var found = book.list(Optional.empty(), Optional.of(after), AT_ONCE);
            for (var kept : found) {
                if (!kept.policy().code().equals(code)) {
                    return false;
                }
                if (!kept.policy().owner().liesIn(district)) {
                    return true;
                }
            }
            if (found.size() < AT_ONCE) {
                return false;
            }
            after = found.getLast().policy().id();
        }
    }

    private static boolean concerns(Division owner, Caller caller) {
        return district(caller)
                .map(district -> owner.liesIn(district) || district.liesIn(owner))
                .orElse(true);
    }

    /// The caller's district; empty for the whole city.
    private static Optional<Division> district(Caller caller) {
        return switch (caller.scope()) {
            case Scope.City() -> Optional.empty();
            case Scope.District(var code) -> Optional.of(new Division(code));
            case Scope.Street _, Scope.OfProvider _, Scope.OfSite _ ->
                    throw ProblemException.of(ProblemCode.FORBIDDEN);
        };
    }

    private static ProblemException refused(ProblemCode code, String pointer, String detail) {
        return ProblemException.of(code, List.of(new Fault(pointer, code.name(), detail)));
    }
}
