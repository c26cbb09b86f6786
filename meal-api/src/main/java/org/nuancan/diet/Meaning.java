package org.nuancan.diet;

import java.util.List;
import java.util.Set;

/// The meaning of a word.
///
/// @param codes the codes in it, in the order of the list
/// @param rest the parts that are not in the list, folded for comparison
/// @param isExact whether it is exactly one word of the list
record Meaning(Set<String> codes, List<String> rest, boolean isExact) {

    private static final int LEAST_OF_A_PART = 2;

    /// Copies the list; the set keeps its order and is never modified.
    Meaning {
        rest = List.copyOf(rest);
    }

    /// Whether it has no meaning at all.
    boolean isEmpty() {
        return codes.isEmpty() && rest.isEmpty();
    }

    /// Whether the two share a part that is not in the list: one part equals or contains the other.
    boolean sharesRest(Meaning other) {
        return rest.stream()
                .anyMatch(own -> other.rest.stream().anyMatch(their -> isAlike(own, their)));
    }

    private static boolean isAlike(String one, String other) {
        return one.equals(other)
                || (isLongEnough(one) && other.contains(one))
                || (isLongEnough(other) && one.contains(other));
    }

    /// Letters need a greater length than Chinese characters.
    private static boolean isLongEnough(String part) {
        var least =
                Character.isIdeographic(part.codePointAt(0))
                        ? LEAST_OF_A_PART
                        : LEAST_OF_A_PART * 2;
        return part.codePointCount(0, part.length()) >= least;
    }
}
