package org.nuancan.policy;

import java.util.List;
import java.util.Optional;

/// At which sites a policy grants.
///
/// @param within how near the site must be to the elder's division
/// @param of which of the elder's divisions counts, here and for the placeholders of [Payer]
/// @param siteTypes empty: all
/// @param siteIn divisions in one of which the site must lie; empty: all
/// @param minSiteGrade the least grade of the site
/// @param listedOnly whether the site must be filed with the district
public record Where(
        Within within,
        Of of,
        Optional<List<SiteType>> siteTypes,
        Optional<List<Division>> siteIn,
        long minSiteGrade,
        boolean listedOnly) {

    /// Copies the lists.
    public Where {
        siteTypes = siteTypes.map(List::copyOf);
        siteIn = siteIn.map(List::copyOf);
    }

    /// How many leading digits the site's division and the elder's must have in common.
    public enum Within {
        /// The same street.
        STREET(9),
        /// The same district.
        DISTRICT(6),
        /// The same municipality.
        CITY(2),
        /// Anywhere.
        ANY(0);

        private final int digits;

        Within(int digits) {
            this.digits = digits;
        }

        /// Whether who is this near to a site in `division` lies in it too.
        boolean reachesFrom(Division division) {
            return digits >= division.code().length();
        }

        boolean holds(Division elder, Division site) {
            return elder.isAlike(site, digits);
        }
    }

    /// Which of the elder's divisions counts.
    public enum Of {
        /// Where the household is registered.
        HOUSEHOLD,
        /// Where the elder lives.
        RESIDENCE;

        Division in(ElderFacts elder) {
            return this == HOUSEHOLD ? elder.household().division() : elder.residenceDivision();
        }
    }
}
