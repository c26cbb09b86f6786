package org.nuancan.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Caller;
import org.nuancan.db.DatabaseFailure;
import org.nuancan.http.idempotency.Answer;
import org.nuancan.http.idempotency.IdempotencyKey;
import org.nuancan.http.idempotency.IdempotencyKeys;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.text.Id;
import org.nuancan.http.text.Identifier;
import org.nuancan.http.text.TreeReader;
import org.nuancan.http.text.Verbatim;
import org.nuancan.money.Fen;

/// Doors that show what all doors have in common.
@Hidden
@Controller("/test-doors")
@Requires(env = "test")
@ExecuteOn(TaskExecutors.BLOCKING)
public class DoorsForTests {

    public static final AtomicInteger DONE = new AtomicInteger();
    public static volatile CountDownLatch gate = new CountDownLatch(0);

    private final IdempotencyKeys keys;

    DoorsForTests(IdempotencyKeys keys) {
        this.keys = keys;
    }

    enum Colour {
        RED,
        GREEN
    }

    @Introspected
    record Line(@NotNull @Size(min = 1, max = 3) String sku, @Min(1) int quantity) {}

    @Introspected
    public record Meal(
            @NotNull @Pattern(regexp = "[a-z]+") String name,
            @NotNull Fen priceFen,
            @Nullable Colour colour,
            @Nullable LocalDate day,
            @Nullable Instant at,
            @Nullable Boolean warm,
            @Nullable @Valid List<Line> lines,
            @Nullable Id mealId) {}

    @Introspected
    record Order(@NotNull String dish, boolean refuse, boolean slowly) {}

    @Introspected
    record Ordered(String dish, int number) {}

    /// A text of each kind.
    @Introspected
    record Texts(
            @Nullable @Size(max = 10) String words,
            @Nullable @Size(max = 3) List<@Size(max = 10) String> list,
            @Nullable @Identifier @Size(max = 40) String identifier,
            @Nullable @Verbatim @Size(max = 40) String secret,
            @Nullable JsonNode tree,
            @Nullable @JsonDeserialize(contentUsing = TreeReader.OfRecords.class)
                    List<JsonNode> records) {}

    @Post("/texts")
    @Secured(SecurityRule.IS_ANONYMOUS)
    Texts texts(@Body @Valid Texts texts) {
        return texts;
    }

    @Post("/trees")
    @Secured(SecurityRule.IS_ANONYMOUS)
    ObjectNode trees(@Body ObjectNode tree) {
        return tree;
    }

    @Post("/meals")
    @Secured(SecurityRule.IS_ANONYMOUS)
    Meal meal(@Body @Valid Meal meal) {
        return meal;
    }

    @Get("/pages")
    @Secured(SecurityRule.IS_ANONYMOUS)
    Page<String> pages(@Valid @RequestBean Paging paging) {
        var from = paging.cursor().map(cursor -> (int) cursor.number(0)).orElse(0);
        var found =
                IntStream.range(from, Math.min(7, from + paging.rows()))
                        .mapToObj(Integer::toString)
                        .toList();
        return Page.of(found, paging, last -> Cursor.of(Integer.parseInt(last) + 1));
    }

    @Get("/numbers")
    @Secured(SecurityRule.IS_ANONYMOUS)
    int number(@QueryValue int number) {
        return number;
    }

    @Get("/defect")
    @Secured(SecurityRule.IS_ANONYMOUS)
    String defect() {
        throw new IllegalStateException("select secret from nowhere: 110105194912310025");
    }

    @Get("/busy")
    @Secured(SecurityRule.IS_ANONYMOUS)
    String busy() {
        throw DatabaseFailure.from(new SQLTransientConnectionException("pool is empty"))
                .orElseThrow();
    }

    @Get("/me")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    @Produces(MediaType.TEXT_PLAIN)
    String me(Caller caller) {
        return caller.username();
    }

    @Get("/unsaid")
    String unsaid() {
        return "nobody said who may read this";
    }

    @Post("/orders")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    HttpResponse<Ordered> order(IdempotencyKey key, @Body @Valid Order order, Caller caller) {
        return keys.once(
                key,
                order,
                _ -> {
                    if (order.refuse()) {
                        throw ProblemException.of(ProblemCode.SOLD_OUT);
                    }
                    if (order.slowly()) {
                        await();
                    }
                    return Answer.created(new Ordered(order.dish(), DONE.incrementAndGet()));
                });
    }

    private static void await() {
        try {
            if (!gate.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody opened the gate");
            }
        } catch (InterruptedException exception) {
            throw new IllegalStateException(exception);
        }
    }
}
