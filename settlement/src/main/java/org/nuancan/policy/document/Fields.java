package org.nuancan.policy.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The fields of a JSON object. Each field is read once; fields that are not read are faults.
final class Fields {

    private final ObjectNode object;
    private final String pointer;
    private final List<Fault> faults;
    private final Set<String> known = new HashSet<>();

    Fields(ObjectNode object, String pointer, List<Fault> faults) {
        this.object = object;
        this.pointer = pointer;
        this.faults = faults;
    }

    /// A required field; its reader decides whether it may be null.
    Optional<Spot> required(String name) {
        var spot = optional(name);
        if (spot.isEmpty()) {
            var _ = faults.add(Fault.of(pointerTo(name), FaultCode.FIELD_MISSING));
        }
        return spot;
    }

    /// A required field that may be null; empty if it is null.
    Optional<Spot> nullable(String name) {
        return required(name).filter(spot -> !spot.isNull());
    }

    /// A field that may be absent.
    Optional<Spot> optional(String name) {
        known.add(name);
        return Optional.ofNullable(object.get(name))
                .map(node -> new Spot(node, pointerTo(name), faults));
    }

    /// A field that may be absent or null; empty if it is.
    Optional<Spot> open(String name) {
        return optional(name).filter(spot -> !spot.isNull());
    }

    /// Every field, its name as a value of its own.
    List<Entry> all() {
        var entries = new ArrayList<Entry>(object.size());
        for (var property : object.properties()) {
            var place = pointerTo(property.getKey());
            entries.add(
                    new Entry(
                            new Spot(TextNode.valueOf(property.getKey()), place, faults),
                            new Spot(property.getValue(), place, faults)));
        }
        return entries;
    }

    /// A field with an unknown name.
    record Entry(Spot name, Spot value) {}

    /// Accepts fields that are read elsewhere, or not at all.
    void allow(Set<String> names) {
        known.addAll(names);
    }

    /// Notes every field that was not read.
    void refuseOthers() {
        object.fieldNames()
                .forEachRemaining(name -> {
                    if (!known.contains(name)) {
                        var _ = faults.add(Fault.of(pointerTo(name), FaultCode.FIELD_UNKNOWN));
                    }
                });
    }

    void note(FaultCode code) {
        var _ = faults.add(Fault.of(pointer, code));
    }

    void note(String name, FaultCode code) {
        var _ = faults.add(Fault.of(pointerTo(name), code));
    }

    void note(String name, FaultCode code, String detail) {
        var _ = faults.add(Fault.of(pointerTo(name), code, detail, detail));
    }

    private String pointerTo(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
