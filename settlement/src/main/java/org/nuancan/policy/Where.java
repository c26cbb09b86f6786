package org.nuancan.policy;

import java.util.List;
import java.util.Optional;
import org.nuancan.policy.fact.Division;
import org.nuancan.policy.fact.ElderFacts;
import org.nuancan.policy.fact.SiteType;

/// The sites at which a policy grants.
///
/// @param within how near the site must be to the elder's division
/// @param of which of the elder's divisions counts, here and for the placeholders of [Payer]
/// @param siteTypes empty: all
/// @param siteIn divisions, one of which must contain the site; empty: all
/// @param minSiteGrade minimum grade of the site
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

    /// Number of leading digits that the codes of the site's and the elder's division must share.
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

        /// Whether an elder this near to a site in `division` is always in it too.
        boolean reachesFrom(Division division) {
            return digits >= division.code().length();
        }

        /// Whether a site in the division `site` is near enough for an elder of the division
        /// `elder`.
        public boolean holds(Division elder, Division site) {
            return elder.isAlike(site, digits);
        }
    }

    /// Which of the elder's divisions counts.
    public enum Of {
        /// The division of the household registration.
        HOUSEHOLD,
        /// The division of residence.
        RESIDENCE;

        /// The elder's division of this kind.
        public Division in(ElderFacts elder) {
            return this == HOUSEHOLD ? elder.household().division() : elder.residenceDivision();
        }
    }
}
