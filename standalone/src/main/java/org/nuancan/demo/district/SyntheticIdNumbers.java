package org.nuancan.demo.district;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;

/// Makes ID numbers that pass GB 11643 and that no person can have.
///
/// The first six digits name the place of registration; the numbers made here use codes that GB/T
/// 2260 has never assigned (Beijing's districts end at 110119), and the order code starts at 900.
/// Odd order codes are for men.
public final class SyntheticIdNumbers {

    /// The place code of the demo district's elders.
    public static final String NOWHERE = "110199";

    /// Another unassigned place code, for elders that are enrolled during a demo.
    public static final String NOWHERE_ELSE = "110198";

    private static final int FIRST_ORDER_CODE = 900;
    private static final int LAST_ORDER_CODE = 999;
    private static final int[] WEIGHTS = {
        7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2,
    };
    private static final String CHECK_DIGITS = "10X98765432";

    private final Map<String, Integer> nextOfDay = new HashMap<>();

    /// The next number for this day of birth and sex.
    String next(LocalDate birthDate, boolean female) {
        var start = FIRST_ORDER_CODE + (female ? 0 : 1);
        var order = nextOfDay.merge(birthDate + (female ? "F" : "M"), start, (old, any) -> old + 2);
        return of(NOWHERE, birthDate, order);
    }

    /// An ID number from its parts, with the check digit of GB 11643 (ISO 7064, MOD 11-2).
    ///
    /// @param place one of the unassigned place codes
    /// @param orderCode 900 to 999
    /// @throws IllegalArgumentException if a real person could have the number
    public static String of(String place, LocalDate birthDate, int orderCode) {
        if (!(place.equals(NOWHERE) || place.equals(NOWHERE_ELSE))
                || orderCode < FIRST_ORDER_CODE
                || orderCode > LAST_ORDER_CODE) {
            throw new IllegalArgumentException(
                    "place %s, order code %d is not synthetic".formatted(place, orderCode));
        }
        var body = place + birthDate.format(DateTimeFormatter.BASIC_ISO_DATE) + orderCode;
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (body.charAt(i) - '0');
        }
        return body + CHECK_DIGITS.charAt(sum % CHECK_DIGITS.length());
    }
}
