package org.nuancan.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.nuancan.money.Fen;
import org.nuancan.policy.LimitOn;
import org.nuancan.policy.LimitPer;
import org.nuancan.policy.SubsidyPolicy;
import org.nuancan.policy.document.PolicyDocument;
import org.nuancan.policy.document.Reading;
import org.nuancan.policy.fact.Category;
import org.nuancan.policy.fact.Division;
import org.nuancan.policy.fact.ElderFacts;
import org.nuancan.policy.fact.ElderStatus;
import org.nuancan.policy.fact.Fulfilment;
import org.nuancan.policy.fact.Household;
import org.nuancan.policy.fact.MealFacts;
import org.nuancan.policy.fact.SiteFacts;
import org.nuancan.policy.fact.SiteType;
import org.nuancan.policy.fact.Slot;
import org.nuancan.policy.quote.Quote;
import org.nuancan.policy.quote.SubsidyEngine;
import org.nuancan.policy.quote.Used;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// A quote over twenty policies of nine cities, all made Beijing's: some are granted, some compete,
/// and most are refused for various reasons, as at a till.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class QuoteBenchmark {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 18);
    private static final Division STREET = new Division("110105012");

    private final List<SubsidyPolicy> policies = policies();
    private final ElderFacts elder =
            new ElderFacts(
                    LocalDate.of(1944, 3, 2),
                    new Household(Household.Kind.LOCAL, STREET),
                    STREET,
                    Set.of(Category.DISABLED, Category.MINIMUM_LIVING),
                    4,
                    List.of(),
                    ElderStatus.ACTIVE,
                    Optional.empty());
    private final SiteFacts site = new SiteFacts(STREET, SiteType.STATION, 3, true);
    private final MealFacts meal =
            new MealFacts(DATE, Slot.LUNCH, Fulfilment.DINE_IN, Fen.of(12_000), Fen.of(11_500));
    private final List<Used> used =
            policies.stream()
                    .map(policy ->
                            new Used(policy.code(), LimitOn.ELDER, LimitPer.WEEK, 1, Fen.of(500)))
                    .toList();
    private final Map<LocalDate, Boolean> calendar = Map.of(LocalDate.of(2026, 10, 10), true);

    /// @throws IllegalStateException if there are not twenty valid policies
    static List<SubsidyPolicy> policies() {
        try (var file = QuoteBenchmark.class.getResourceAsStream("/twenty-policies.json")) {
            var document = new JsonMapper().readTree(Objects.requireNonNull(file));
            var reading = PolicyDocument.readAll(document, "");
            if (reading instanceof Reading.Parsed<List<SubsidyPolicy>>(var policies)
                    && policies.size() == 20) {
                return policies;
            }
            throw new IllegalStateException("not twenty good policies: " + reading);
        } catch (IOException exception) {
            throw new IllegalStateException("twenty-policies.json", exception);
        }
    }

    /// The measured method.
    @Benchmark
    public Quote quote() {
        return SubsidyEngine.quote(policies, elder, site, meal, used, 1, calendar);
    }
}
