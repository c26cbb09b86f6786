package org.nuancan.review.step;

import java.util.List;
import java.util.Optional;
import org.nuancan.close.statement.StatementStates.Standing;

/// A person or the platform that acts on statements, with the part of the city it acts for.
///
/// @param name the account's name
/// @param reach the statements that the reviewer may act on
public record Reviewer(String name, Reach reach) {

    /// The platform itself: its checks, the nightly close, the bank's answers.
    public static final Reviewer PLATFORM = new Reviewer("platform", new Reach.Everything());

    /// The statements that a reviewer may act on.
    public sealed interface Reach {

        /// All statements, for the platform.
        record Everything() implements Reach {}

        /// The statements of one provider.
        record OfProvider(long providerId) implements Reach {}

        /// The lines of the sites of a street.
        ///
        /// @param streetCode 9 digits
        record Street(String streetCode) implements Reach {}

        /// The statements of a district's providers.
        ///
        /// @param districtCode 6 digits
        record District(String districtCode) implements Reach {}

        /// The payments of a district.
        ///
        /// @param districtCode 6 digits
        record Finance(String districtCode) implements Reach {}
    }

    /// The level of the reach.
    public Level level() {
        return switch (reach) {
            case Reach.Everything() -> Level.PLATFORM;
            case Reach.OfProvider _ -> Level.PROVIDER;
            case Reach.Street _ -> Level.STREET;
            case Reach.District _ -> Level.DISTRICT;
            case Reach.Finance _ -> Level.FINANCE;
        };
    }

    /// The street, if the reviewer acts for one.
    public Optional<String> street() {
        return reach instanceof Reach.Street(var code) ? Optional.of(code) : Optional.empty();
    }

    /// Whether a statement is within this reviewer's reach.
    ///
    /// @param streets streets with lines on it
    public boolean reaches(Standing statement, List<String> streets) {
        return switch (reach) {
            case Reach.Everything() -> true;
            case Reach.OfProvider(var providerId) -> providerId == statement.providerId();
            case Reach.Street(var code) -> streets.contains(code);
            case Reach.District(var code) -> code.equals(statement.districtCode());
            case Reach.Finance(var code) -> code.equals(statement.districtCode());
        };
    }
}
