package org.nuancan.sale.limit;

import java.time.LocalDate;
import java.util.Comparator;
import org.nuancan.policy.LimitOn;
import org.nuancan.policy.LimitPer;
import org.nuancan.policy.quote.LimitWindow;
import org.nuancan.sale.Sale;

/// Counts the grants of a policy's code in one window of time, at one site or provider, or
/// everywhere.
///
/// @param code the policy's code
/// @param subjectId the site or provider; 0 for the whole policy
/// @param on the kind of subject that the limit is on
/// @param per the period that the limit counts over
/// @param from the first service date
/// @param to the last service date
/// @param slot the slot's name, empty for all of the day
public record Counter(
        String code,
        long subjectId,
        LimitOn on,
        LimitPer per,
        LocalDate from,
        LocalDate to,
        String slot)
        implements Comparable<Counter> {

    private static final Comparator<Counter> ORDER =
            Comparator.comparing(Counter::code)
                    .thenComparingLong(Counter::subjectId)
                    .thenComparing(Counter::on)
                    .thenComparing(Counter::per)
                    .thenComparing(Counter::from)
                    .thenComparing(Counter::slot);

    /// The place of a grant.
    public record Whereabouts(long siteId, long providerId) {

        /// The site and the provider of a sale.
        public static Whereabouts of(Sale sale) {
            var place = sale.at().place();
            return new Whereabouts(place.siteId(), place.providerId());
        }
    }

    /// The counter of a limit that is not on the elder.
    public static Counter of(LimitWindow window, Whereabouts place) {
        var id =
                switch (window.on()) {
                    case SITE -> place.siteId();
                    case PROVIDER -> place.providerId();
                    case POLICY, ELDER -> 0;
                };
        return new Counter(
                window.code(),
                id,
                window.on(),
                window.per(),
                window.from(),
                window.to(),
                window.slot().map(Enum::name).orElse(""));
    }

    @Override
    public int compareTo(Counter other) {
        return ORDER.compare(this, other);
    }
}
