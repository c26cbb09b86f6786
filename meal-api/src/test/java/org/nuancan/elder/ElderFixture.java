package org.nuancan.elder;

import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.nuancan.day.SettableClock;
import org.nuancan.db.Transactions;
import org.nuancan.elder.lookup.Credential;
import org.nuancan.elder.lookup.Credentials;
import org.nuancan.elder.lookup.ElderAtTable;
import org.nuancan.elder.lookup.Elders;
import org.nuancan.elder.record.CardService;
import org.nuancan.elder.record.CodeService;
import org.nuancan.elder.record.ElderSearchService;
import org.nuancan.elder.record.ElderService;
import org.nuancan.engine.TestDatabase;
import org.nuancan.policy.fact.Category;
import org.nuancan.policy.fact.Division;
import org.nuancan.policy.fact.Household;

/// The elder package on a database of its own, without a server.
public final class ElderFixture implements AutoCloseable {

    public static final Area CITY = new Area(true, "");
    public static final Area CHAOYANG = new Area(true, "110105");
    public static final Area DONGCHENG = new Area(true, "110101");
    public static final Instant NOON = Instant.parse("2026-11-18T04:00:00Z");
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 18);
    public static final String TILL = "till-1";

    private static final AtomicInteger COUNT = new AtomicInteger();

    /// Work that knows which of many it is.
    public interface Numbered<T> {
        T at(int index) throws Exception;
    }

    final TestDatabase database = TestDatabase.fresh();
    public final ApplicationContext context;
    public final Transactions transactions;
    public final ElderService register;
    public final ElderSearchService search;
    public final CardService cards;
    public final CodeService codes;
    public final Credentials credentials;
    public final Elders elders;
    public final SettableClock clock;

    /// @param switches properties that are to be `true`
    public ElderFixture(String... switches) {
        var properties = new HashMap<String, Object>(database.properties());
        Arrays.stream(switches).forEach(name -> properties.put(name, true));
        context =
                ApplicationContext.builder("test")
                        .properties(properties)
                        .deduceEnvironment(false)
                        .start();
        transactions = context.getBean(Transactions.class);
        register = context.getBean(ElderService.class);
        search = context.getBean(ElderSearchService.class);
        cards = context.getBean(CardService.class);
        codes = context.getBean(CodeService.class);
        credentials = context.getBean(Credentials.class);
        elders = context.getBean(Elders.class);
        clock = context.getBean(SettableClock.class);
        clock.set(NOON);
    }

    /// An ID number that is used once in this JVM; born 1944-06-15.
    public static IdNumber anyIdNumber() {
        var count = COUNT.incrementAndGet();
        var digits = "1101%02d19440615%03d".formatted(count / 1000, count % 1000);
        return new IdNumber(digits + IdNumber.checkOf(digits));
    }

    public static CardNumber anyCardNumber() {
        return new CardNumber("C-" + COUNT.incrementAndGet());
    }

    public static NewElder anyElder() {
        return anyElder(anyIdNumber());
    }

    public static NewElder anyElder(IdNumber number) {
        return new NewElder(
                number,
                new Person(
                        new PersonName("张三生"),
                        "138 0013 8000",
                        "朝阳区某街 1 号",
                        List.of(new Contact("张小生", "女儿", "13900139000"))),
                new Standing(
                        new Household(Household.Kind.LOCAL, new Division("110105012")),
                        new Division("110105013"),
                        2),
                List.of(
                        new HeldCategory(
                                Category.LOW_INCOME,
                                LocalDate.of(2020, 1, 1),
                                Optional.empty(),
                                "低保证 7")),
                new Needs(List.of("低盐"), List.of("花生")));
    }

    public long registered() {
        return registered(anyElder());
    }

    public long registered(NewElder elder) {
        return ((ElderService.Outcome.Done) register.register(elder, CITY, "desk")).elderId();
    }

    public CardNumber cardOf(long elderId) {
        var number = anyCardNumber();
        var outcome =
                cards.issue(
                        elderId,
                        new NewElder.NewCard(number, CardKind.SENIOR_CARD, Optional.empty()),
                        CITY,
                        "desk");
        return new CardNumber(((CardService.Outcome.Done) outcome).card().cardNumber());
    }

    public Presented check(Credential credential) {
        return check(credential, TILL);
    }

    public Presented check(Credential credential, String terminal) {
        return credentials.check(credential, terminal, clock.instant());
    }

    ElderAtTable atTable(long elderId, LocalDate date) {
        return elders.lock(List.of(elderId)).on(elderId, date);
    }

    /// Does the same many times at once.
    public static <T> List<T> atOnce(int times, Numbered<T> work) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks =
                    IntStream.range(0, times)
                            .<Callable<T>>mapToObj(index -> () -> work.at(index))
                            .toList();
            var done = new ArrayList<T>();
            for (var future : threads.invokeAll(tasks)) {
                done.add(future.get());
            }
            return done;
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
