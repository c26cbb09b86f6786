package org.nuancan.policy.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nuancan.policy.PolicyId;
import org.nuancan.policy.SubsidyPolicy;

/// Reads policies from JSON, with every fault, and writes them as JSON.
public final class PolicyDocument {

    private static final JsonMapper JSON = new JsonMapper();

    private PolicyDocument() {}

    /// Reads one policy.
    ///
    /// @param pointer position of `node` in the whole document; empty at its root
    public static Reading<SubsidyPolicy> read(JsonNode node, String pointer) {
        var faults = new FaultList();
        var policy = PolicyReader.read(new Spot(node, pointer, faults));
        return policy.isPresent() && faults.isEmpty()
                ? new Reading.Parsed<>(policy.get())
                : new Reading.Malformed<>(faults);
    }

    /// Reads an array of policies; a second one of the same code and version is a fault.
    ///
    /// @param pointer position of `node` in the whole document; empty at its root
    public static Reading<List<SubsidyPolicy>> readAll(JsonNode node, String pointer) {
        var faults = new FaultList();
        var seen = new HashSet<PolicyId>();
        var policies = new Spot(node, pointer, faults).list(item -> read(item, seen));
        return Reading.of(policies.orElse(List.of()), faults);
    }

    private static Optional<SubsidyPolicy> read(Spot item, Set<PolicyId> seen) {
        if (PolicyReader.id(item).filter(id -> !seen.add(id)).isPresent()) {
            item.note(FaultCode.POLICY_REPEATED);
        }
        return PolicyReader.read(item);
    }

    /// The policy with every field, in the order of the design page.
    public static ObjectNode write(SubsidyPolicy policy) {
        return PolicyWriter.write(policy);
    }

    /// The text that is stored: [#write] without blanks.
    public static String text(SubsidyPolicy policy) {
        return write(policy).toString();
    }

    /// Parses a text that this class wrote, or that reference data contains.
    ///
    /// @throws IllegalArgumentException if it is not a valid policy: the table was changed by hand
    public static SubsidyPolicy parse(String text) {
        try {
            return switch (read(JSON.readTree(text), "")) {
                case Reading.Parsed<SubsidyPolicy>(var policy) -> policy;
                case Reading.Malformed<SubsidyPolicy>(var faults) ->
                        throw new IllegalArgumentException("kept policy is malformed: " + faults);
            };
        } catch (JsonProcessingException exception) {
            throw new IllegalArgumentException("kept policy is no JSON", exception);
        }
    }
}
