package org.nuancan.bench.city;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.nuancan.policy.PolicyDocument;
import org.nuancan.policy.Reading;
import org.nuancan.policy.SubsidyPolicy;

/// How much of a city is made.
///
/// @param elders numbered from 0, each with a card
/// @param sites numbered from 0, five to a provider, each with a till
public record City(int elders, int sites) {

    /// The demo district ten times over.
    public static final City WHOLE = new City(200_000, 1_800);

    /// The district that pays, and in which all sites lie.
    public static final String DISTRICT = "110105";

    /// Every till's secret: drawn ones are kept by a digest that costs nothing to compare.
    public static final String TILL_SECRET = "bench-till-secret";

    /// Every dish on every list; the first two are what each elder takes.
    static final List<Dish> MENU =
            IntStream.range(0, 12)
                    .mapToObj(i ->
                            new Dish("D%02d".formatted(i), "菜品%d".formatted(i), 1_600 - 120 * i))
                    .toList();

    /// An article of a price list, subsidisable.
    ///
    /// @param priceFen of one
    record Dish(String sku, String name, long priceFen) {}

    /// An elder by number.
    public Elder elder(int number) {
        return Elder.of(number);
    }

    /// A site by number.
    public Site site(int number) {
        return Site.of(number);
    }

    /// Writes all of it into an empty schema.
    public void insert(Connection connection) throws SQLException {
        new CityRows(connection, this).insert();
    }

    /// Those that come with the city; Beijing's two are reference data.
    ///
    /// @throws IllegalStateException if one of them is malformed
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
