package org.nuancan.elder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nuancan.audit.FieldChange;

/// The changed fields of an elder's record for the audit log, which is never deleted: names and
/// phone numbers are masked, other personal values are hidden.
public final class MaskedFields {

    private static final String HIDDEN = "***";
    private static final int SHOWN_DIGITS = 4;

    private MaskedFields() {}

    /// A changed field whose values are hidden.
    public static FieldChange hidden(String field) {
        return new FieldChange(field, HIDDEN, HIDDEN);
    }

    /// The changed fields of a person: name and phone masked, address and contacts hidden.
    public static List<FieldChange> between(Person before, Person after) {
        var changes = new ArrayList<FieldChange>();
        if (!before.name().equals(after.name())) {
            changes.add(new FieldChange("name", before.name().masked(), after.name().masked()));
        }
        if (!before.phone().equals(after.phone())) {
            changes.add(new FieldChange("phone", phone(before.phone()), phone(after.phone())));
        }
        if (!before.address().equals(after.address())) {
            changes.add(hidden("address"));
        }
        if (!before.contacts().equals(after.contacts())) {
            changes.add(hidden("contacts"));
        }
        return changes;
    }

    /// The changed fields of a standing, with the values in full.
    public static List<FieldChange> between(Standing before, Standing after) {
        return FieldChange.between(texts(before), texts(after));
    }

    private static Map<String, String> texts(Standing standing) {
        var household = standing.household();
        var texts = new LinkedHashMap<String, String>();
        texts.put("household", household.kind() + " " + household.division().code());
        texts.put("residenceDivision", standing.residence().code());
        texts.put("careGrade", Integer.toString(standing.careGrade()));
        return texts;
    }

    /// The last four digits of a long number; a short one is hidden.
    private static String phone(String number) {
        if (number.isEmpty()) {
            return "";
        }
        return number.length() < 2 * SHOWN_DIGITS
                ? HIDDEN
                : HIDDEN + number.substring(number.length() - SHOWN_DIGITS);
    }
}
