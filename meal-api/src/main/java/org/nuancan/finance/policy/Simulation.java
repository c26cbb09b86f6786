package org.nuancan.finance.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.problem.ProblemException.Fault;
import org.nuancan.policy.SubsidyPolicy;
import org.nuancan.policy.document.CaseDocument;
import org.nuancan.policy.document.CaseFacts;
import org.nuancan.policy.document.PolicyDocument;
import org.nuancan.policy.document.Reading;

/// Applies policies to one case or many cases; nothing is stored.
///
/// A case may have a `name` and an `expect`, as the cases of a scheme do; both are ignored.
final class Simulation {

    private static final String POLICIES = "policies";
    private static final String CASES = "cases";
    private static final Set<String> BESIDE = Set.of("name", "expect");
    private static final Set<String> BESIDE_ALONE = Set.of("name", "expect", POLICIES);

    /// Greatest number of evaluations of a policy in one request, some seconds of work. Each entry
    /// of `used` counts like a case, because every limit is compared with it.
    private static final long MOST_EVALUATIONS = 2_000_000;

    private final Supplier<? extends Collection<SubsidyPolicy>> inForce;

    /// @param inForce the policies to use if a request names none
    Simulation(Supplier<? extends Collection<SubsidyPolicy>> inForce) {
        this.inForce = inForce;
    }

    /// The quote, or the quotes of many cases in their order.
    ///
    /// @throws ProblemException `REQUEST_INVALID` for faults of the facts, `POLICY_MALFORMED` for
    ///   faults of the policies
    ObjectNode answer(ObjectNode request) {
        return request.has(CASES) ? many(request) : one(request);
    }

    private ObjectNode one(ObjectNode request) {
        var faults = new ArrayList<Fault>();
        checkPolicies(request, faults);
        var facts = facts(request, "", BESIDE_ALONE, faults);
        refuseIfAny(faults);
        return CaseDocument.write(facts.getFirst().quote(policies(request)));
    }

    private ObjectNode many(ObjectNode request) {
        var faults = new ArrayList<Fault>();
        checkPolicies(request, faults);
        request.fieldNames()
                .forEachRemaining(name -> {
                    if (!name.equals(POLICIES) && !name.equals(CASES)) {
                        faults.add(
                                new Fault(
                                        "/" + name.replace("~", "~0").replace("/", "~1"),
                                        "UNKNOWN_FIELD",
                                        "没有这个字段 / there is no such field"));
                    }
                });
        var cases = request.get(CASES);
        if (!cases.isArray()) {
            faults.add(new Fault("/cases", "WRONG_TYPE", "应为数组 / must be an array"));
            refuseIfAny(faults);
        }
        var facts = new ArrayList<CaseFacts>();
        var at = 0;
        for (var item : cases) {
            facts.addAll(facts(item, "/cases/" + at++, BESIDE, faults));
        }
        refuseIfAny(faults);
        var policies = policies(request);
        var used = facts.stream().mapToLong(one -> 1L + one.used().size()).sum();
        if (policies.size() * used > MOST_EVALUATIONS) {
            faults.add(
                    new Fault(
                            "/cases",
                            "TOO_MANY",
                            "一次最多 %d 次计算，请分批 / at most %d evaluations at once, send fewer cases"
                                    .formatted(MOST_EVALUATIONS, MOST_EVALUATIONS)));
            refuseIfAny(faults);
        }
        var answer = JsonNodeFactory.instance.objectNode();
        var quotes = answer.putArray("quotes");
        facts.forEach(one -> quotes.add(CaseDocument.write(one.quote(policies))));
        return answer;
    }

    private static void checkPolicies(ObjectNode request, List<Fault> faults) {
        var node = request.get(POLICIES);
        if (node == null) {
            faults.add(
                    new Fault(
                            "/policies",
                            "REQUIRED",
                            "必填，null 表示现行政策 / needed; null means those in force"));
        } else if (!node.isArray() && !node.isNull()) {
            faults.add(
                    new Fault("/policies", "WRONG_TYPE", "应为数组或 null / must be an array or null"));
        }
    }

    private static List<CaseFacts> facts(
            JsonNode node, String pointer, Set<String> others, List<Fault> faults) {
        return switch (CaseDocument.read(node, pointer, others)) {
            case Reading.Parsed<CaseFacts>(var facts) -> List.of(facts);
            case Reading.Malformed<CaseFacts>(var found) -> {
                faults.addAll(Words.faults(found));
                yield List.of();
            }
        };
    }

    private Collection<SubsidyPolicy> policies(ObjectNode request) {
        var node = request.path(POLICIES);
        if (node.isNull()) {
            return List.copyOf(inForce.get());
        }
        return switch (PolicyDocument.readAll(node, "/policies")) {
            case Reading.Parsed<List<SubsidyPolicy>>(var policies) -> policies;
            case Reading.Malformed<List<SubsidyPolicy>>(var found) ->
                    throw ProblemException.of(ProblemCode.POLICY_MALFORMED, Words.faults(found));
        };
    }

    private static void refuseIfAny(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw ProblemException.of(ProblemCode.REQUEST_INVALID, faults);
        }
    }
}
