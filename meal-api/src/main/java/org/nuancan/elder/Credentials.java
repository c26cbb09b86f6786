package org.nuancan.elder;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.policy.ElderStatus;

/// Finds out whose a credential is and whether it is good: the till's question.
@Singleton
public final class Credentials {

    /// How long a verification keeps a code good for its terminal.
    static final Duration KEPT = Duration.ofMinutes(5);

    private static final int EXPIRES_SOON_DAYS = 30;

    private final Vault vault;
    private final Regulars regulars;

    Credentials(Vault vault, Regulars regulars) {
        this.vault = vault;
        this.regulars = regulars;
    }

    /// Whose these are, so that the elders can be locked; what is nobody's is left out. Whether a
    /// credential is good is found out under the lock.
    public Map<Credential, Long> owners(Connection connection, Collection<Credential> credentials)
            throws SQLException {
        var owners = new HashMap<Credential, Long>();
        var cards = new ArrayList<CardNumber>();
        for (var credential : credentials) {
            switch (credential) {
                case Credential.Card(var number) -> cards.add(number);
                case Credential.Id(var number) ->
                        holder(connection, number).ifPresent(id -> owners.put(credential, id));
                case Credential.Code(var text) ->
                        holder(connection, text).ifPresent(id -> owners.put(credential, id));
                case Credential.Unreadable unreadable -> {}
            }
        }
        regulars.owners(connection, cards)
                .forEach((number, id) -> owners.put(new Credential.Card(number), id));
        return owners;
    }

    private Optional<Long> holder(Connection connection, IdNumber number) throws SQLException {
        return Sql.on(connection, "select elder_id from elder where id_number_index = ?")
                .with((Object) vault.index(number))
                .first(row -> row.number("elder_id"));
    }

    private Optional<Long> holder(Connection connection, String code) throws SQLException {
        var read = CodeText.read(vault, code);
        return read.isEmpty()
                ? Optional.empty()
                : Sql.on(connection, "select elder_id from elder_code where nonce = ?")
                        .with((Object) read.get().nonceBytes())
                        .first(row -> row.number("elder_id"));
    }

    /// As [#check(Connection, Credential, String, Instant)], for elders who are locked: cards are
    /// told from what is remembered of them.
    public Presented check(
            Connection connection,
            Guests guests,
            Credential credential,
            String terminal,
            Instant at)
            throws SQLException {
        return credential instanceof Credential.Card(var number)
                ? guests.card(number, at)
                        .orElseGet(() -> new Presented.Unusable(UnusableReason.CARD_UNKNOWN))
                : check(connection, credential, terminal, at);
    }

    /// What a credential is worth on a terminal at an instant. Changes nothing.
    public Presented check(
            Connection connection, Credential credential, String terminal, Instant at)
            throws SQLException {
        return switch (credential) {
            case Credential.Card(var number) -> card(connection, number, at);
            case Credential.Id(var number) -> idNumber(connection, number, at);
            case Credential.Code(var text) -> code(connection, text, terminal, at);
            case Credential.Unreadable(var reason) -> new Presented.Unusable(reason);
        };
    }

    /// A verification keeps a code that is still good by its own time good for this terminal, five
    /// minutes from now.
    public void keepForTerminal(Connection connection, long codeId, String terminal, Instant at)
            throws SQLException {
        var isFresh =
                Sql.on(
                                connection,
                                """
                                select code_id from elder_code
                                where code_id = ? and expires_at > ? and order_id is null
                                """)
                        .with(codeId, at)
                        .exists();
        if (!isFresh) {
            return;
        }
        Sql.on(
                        connection,
                        """
                        insert into elder_code_kept (code_id, terminal, kept_until)
                        values (?, ?, ?)
                        on duplicate key update kept_until = values(kept_until)
                        """)
                .with(codeId, terminal, at.plus(KEPT))
                .run();
    }

    /// Uses a code up, in the checkout's transaction.
    ///
    /// @return false if another checkout was first
    public boolean redeem(
            Connection connection, long codeId, long orderId, String terminal, Instant at)
            throws SQLException {
        // The row is there, so that this waits for whoever is first and never for a gap.
        return Sql.on(
                                connection,
                                """
                                update elder_code
                                set order_id = ?, terminal = ?, used_at = ?
                                where code_id = ? and order_id is null
                                """)
                        .with(orderId, terminal, at, codeId)
                        .run()
                == 1;
    }

    /// What the cashier should know besides: `ALLERGENS`, `BIRTHDAY`, `CARD_EXPIRES_SOON` (within
    /// 30 days), `PROXY` (somebody fetches the meal for the elder).
    public List<String> alerts(
            Connection connection, Presented.Usable usable, ElderAtTable elder, LocalDate today)
            throws SQLException {
        var alerts = new ArrayList<String>();
        if (!elder.allergens().isEmpty()) {
            alerts.add("ALLERGENS");
        }
        if (isBirthday(elder.facts().birthDate(), today)) {
            alerts.add("BIRTHDAY");
        }
        if (usable.cardId().isPresent()
                && expiresBy(
                        connection, usable.cardId().get(), today.plusDays(EXPIRES_SOON_DAYS))) {
            alerts.add("CARD_EXPIRES_SOON");
        }
        if (usable.codeId().isPresent() && isProxy(connection, usable.codeId().get())) {
            alerts.add("PROXY");
        }
        return List.copyOf(alerts);
    }

    private static boolean isBirthday(LocalDate birth, LocalDate today) {
        // Who is born on 29 February has the birthday on 1 March in common years.
        var birthday = birth.withYear(today.getYear());
        return today.equals(
                birthday.getDayOfMonth() == birth.getDayOfMonth()
                        ? birthday
                        : birthday.plusDays(1));
    }

    private static boolean expiresBy(Connection connection, long cardId, LocalDate day)
            throws SQLException {
        return Sql.on(connection, "select card_id from card where card_id = ? and valid_to <= ?")
                .with(cardId, day)
                .exists();
    }

    private static boolean isProxy(Connection connection, long codeId) throws SQLException {
        return Sql.on(connection, "select code_id from elder_code where code_id = ? and proxy = 1")
                .with(codeId)
                .exists();
    }

    private Presented card(Connection connection, CardNumber number, Instant at)
            throws SQLException {
        var day = BusinessDay.of(at).date();
        return Sql.on(
                        connection,
                        """
                        select c.card_id, c.elder_id, c.valid_to, c.issued_at,
                               s.state, s.from_at, s.in_writing, s.lapses_at, s.lapses_to,
                               e.status
                        from card c
                        left join card_state s on s.card_id = c.card_id and s.number =
                            (select max(x.number) from card_state x
                             where x.card_id = c.card_id and x.from_at <= ?)
                        left join elder_status e on e.elder_id = c.elder_id and e.number =
                            (select max(y.number) from elder_status y
                             where y.elder_id = c.elder_id and y.valid_from <= ?)
                        where c.card_number = ?
                        """)
                .with(at, day, number.value())
                .first(row -> card(row, at, day))
                .orElseGet(() -> new Presented.Unusable(UnusableReason.CARD_UNKNOWN));
    }

    private static Presented card(Row row, Instant at, LocalDate day) throws SQLException {
        var cardId = row.number("card_id");
        var problem =
                Cards.problem(Cards.event(row).at(at), row.maybeDate("valid_to"), status(row), day);
        return problem.<Presented>map(Presented.Unusable::new)
                .orElse(usable(row, Optional.of(cardId), Optional.empty()));
    }

    private Presented idNumber(Connection connection, IdNumber number, Instant at)
            throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select i.elder_id, e.status
                        from elder i
                        left join elder_status e on e.elder_id = i.elder_id and e.number =
                            (select max(y.number) from elder_status y
                             where y.elder_id = i.elder_id and y.valid_from <= ?)
                        where i.id_number_index = ?
                        """)
                .with(BusinessDay.of(at).date(), vault.index(number))
                .first(row -> ifActive(row, Optional.empty()))
                .orElseGet(() -> new Presented.Unusable(UnusableReason.ELDER_UNKNOWN));
    }

    private Presented code(Connection connection, String text, String terminal, Instant at)
            throws SQLException {
        var unknown = new Presented.Unusable(UnusableReason.CODE_UNKNOWN);
        var code = CodeText.read(vault, text);
        if (code.isEmpty()) {
            return unknown;
        }
        return Sql.on(
                        connection,
                        """
                        select c.code_id, c.elder_id, c.expires_at, c.order_id, k.kept_until,
                               e.status
                        from elder_code c
                        left join elder_code_kept k
                            on k.code_id = c.code_id and k.terminal = ?
                        left join elder_status e on e.elder_id = c.elder_id and e.number =
                            (select max(y.number) from elder_status y
                             where y.elder_id = c.elder_id and y.valid_from <= ?)
                        where c.nonce = ?
                        """)
                .with(terminal, BusinessDay.of(at).date(), code.get().nonceBytes())
                .first(row -> code(row, at))
                .orElse(unknown);
    }

    private static Presented code(Row row, Instant at) throws SQLException {
        if (row.maybeNumber("order_id").isPresent()) {
            return new Presented.Unusable(UnusableReason.CODE_USED);
        }
        var isFresh = at.isBefore(row.instant("expires_at"));
        var isKept = row.maybeInstant("kept_until").filter(at::isBefore).isPresent();
        return isFresh || isKept
                ? ifActive(row, Optional.of(row.number("code_id")))
                : new Presented.Unusable(UnusableReason.CODE_EXPIRED);
    }

    private static Presented ifActive(Row row, Optional<Long> codeId) throws SQLException {
        return status(row) == ElderStatus.ACTIVE
                ? usable(row, Optional.empty(), codeId)
                : new Presented.Unusable(UnusableReason.ELDER_NOT_ACTIVE);
    }

    private static Presented usable(Row row, Optional<Long> cardId, Optional<Long> codeId)
            throws SQLException {
        return new Presented.Usable(row.number("elder_id"), cardId, codeId);
    }

    private static ElderStatus status(Row row) throws SQLException {
        return row.maybeText("status").map(ElderStatus::valueOf).orElse(ElderStatus.ACTIVE);
    }
}
