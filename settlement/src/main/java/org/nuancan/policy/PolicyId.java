package org.nuancan.policy;

import java.util.Comparator;

/// A version of a policy.
///
/// @param code the same for all versions
/// @param version number of the version
public record PolicyId(String code, int version) implements Comparable<PolicyId> {

    private static final Comparator<PolicyId> ORDER =
            Comparator.comparing(PolicyId::code).thenComparingInt(PolicyId::version);

    @Override
    public int compareTo(PolicyId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return code + " v" + version;
    }
}
