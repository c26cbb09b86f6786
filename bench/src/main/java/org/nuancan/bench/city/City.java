package org.nuancan.bench.city;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.nuancan.policy.SubsidyPolicy;
import org.nuancan.policy.document.PolicyDocument;
import org.nuancan.policy.document.Reading;

/// The size of a city.
///
/// @param elders number of elders, numbered from 0, each with a card
/// @param sites number of sites, numbered from 0, five to a provider, each with a till
public record City(int elders, int sites) {

    /// Ten times the demo district.
    public static final City WHOLE = new City(200_000, 1_800);

    /// The district of all sites, which pays.
    public static final String DISTRICT = "110105";

    /// The secret of every till. Random secrets are stored as a digest that is cheap to compare.
    public static final String TILL_SECRET = "bench-till-secret";

    /// The articles of every price list; each elder takes the first two.
    static final List<Dish> MENU =
            IntStream.range(0, 12)
                    .mapToObj(i ->
                            new Dish("D%02d".formatted(i), "菜品%d".formatted(i), 1_600 - 120 * i))
                    .toList();

    /// An article of a price list, subsidisable.
    ///
    /// @param priceFen the price of one
    record Dish(String sku, String name, long priceFen) {}

    /// The elder with this number.
    public Elder elder(int number) {
        return Elder.of(number);
    }

    /// The site with this number.
    public Site site(int number) {
        return Site.of(number);
    }

    /// Writes the whole city into an empty schema.
    public void insert(Connection connection) throws SQLException {
        new CityWriter(connection, this).insert();
    }

    /// The policies of the city; Beijing's two are reference data.
    ///
    /// @throws IllegalStateException if a policy is malformed
    static List<SubsidyPolicy> policies() {
        try (var file = City.class.getResourceAsStream("/city-policies.json")) {
            var document = new JsonMapper().readTree(Objects.requireNonNull(file));
            return switch (PolicyDocument.readAll(document, "")) {
                case Reading.Parsed<List<SubsidyPolicy>>(var policies) -> policies;
                case Reading.Malformed<List<SubsidyPolicy>>(var faults) ->
                        throw new IllegalStateException("city-policies.json: " + faults);
            };
        } catch (IOException exception) {
            throw new IllegalStateException("city-policies.json", exception);
        }
    }
}
