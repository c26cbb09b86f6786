package org.nuancan.audit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.nuancan.text.TextRule;

/// A field that was changed, with both values. Values of personal data are masked by the writer.
///
/// @param before empty if there was none
/// @param after empty if there is none
public record FieldChange(String field, String before, String after) {

    private static final int LONGEST = 200;
    private static final String SEPARATOR = "\t";

    /// Cuts long values; tabs and line breaks become blanks.
    public FieldChange {
        field = plain(field);
        before = plain(before);
        after = plain(after);
    }

    /// The fields whose values differ, in the order of `after`; those that only `before` has
    /// follow.
    public static List<FieldChange> between(Map<String, String> before, Map<String, String> after) {
        var fields = new LinkedHashSet<>(after.keySet());
        fields.addAll(before.keySet());
        var changes = new ArrayList<FieldChange>();
        for (var field : fields) {
            var old = before.getOrDefault(field, "");
            var now = after.getOrDefault(field, "");
            if (!old.equals(now)) {
                changes.add(new FieldChange(field, old, now));
            }
        }
        return List.copyOf(changes);
    }

    String line() {
        return String.join(SEPARATOR, field, before, after);
    }

    /// @throws IllegalArgumentException if the line has not three parts
    static FieldChange read(String line) {
        var parts = line.split(SEPARATOR, -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("no changed field: " + line);
        }
        return new FieldChange(parts[0], parts[1], parts[2]);
    }

    private static String plain(String text) {
        return TextRule.cut(text.replaceAll("\\p{Cntrl}", " "), LONGEST);
    }
}
