package org.nuancan.diet;

import java.util.List;
import java.util.Set;

/// What a word says.
///
/// @param codes the codes it names, in the order of the list
/// @param rest what is in it that no list knows, folded for comparison
/// @param isExact whether it is one word of the list and nothing else
record Meaning(Set<String> codes, List<String> rest, boolean isExact) {

    private static final int LEAST_OF_A_PART = 2;

    /// Copies the list; the set keeps its order and is never written to.
    Meaning {
        rest = List.copyOf(rest);
    }

    /// Whether it names nothing at all.
    boolean isEmpty() {
        return codes.isEmpty() && rest.isEmpty();
    }

    /// Whether a part of one that no list knows is a part of the other: the same, or within it.
    boolean sharesRest(Meaning other) {
        return rest.stream()
                .anyMatch(own -> other.rest.stream().anyMatch(their -> isAlike(own, their)));
    }

    private static boolean isAlike(String one, String other) {
        return one.equals(other)
                || (isLongEnough(one) && other.contains(one))
                || (isLongEnough(other) && one.contains(other));
    }

    /// Of letters more are needed than of Chinese characters.
    private static boolean isLongEnough(String part) {
        var least =
                Character.isIdeographic(part.codePointAt(0))
                        ? LEAST_OF_A_PART
                        : LEAST_OF_A_PART * 2;
        return part.codePointCount(0, part.length()) >= least;
    }
}
