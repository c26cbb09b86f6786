package org.nuancan.access;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.http.Cursor;
import org.nuancan.http.Page;
import org.nuancan.http.Paging;

/// Lists the users that a caller looks after.
@Singleton
final class UserList {

    private static final int DISTRICT_DIGITS = 6;
    private static final int STREET_DIGITS = 9;

    private final Transactions transactions;

    UserList(Transactions transactions) {
        this.transactions = transactions;
    }

    /// What the list is limited to; an empty field does not filter.
    ///
    /// @param scope a district's or street's code: all that lie in it; else a provider's or site's
    ///   id
    /// @param words part of the name or the display name
    record Filter(Optional<String> role, Optional<String> scope, Optional<String> words) {}

    /// Conditions with their values, in order.
    private static final class Conditions {
        private final StringBuilder text = new StringBuilder("a.role <> ?");
        private final List<Object> values = new ArrayList<>(List.of(Role.POS_TERMINAL));

        private void and(String condition, Object... more) {
            text.append(" and ").append(condition);
            values.addAll(List.of(more));
        }
    }

    Page<User> list(Caller by, Filter filter, Paging paging) {
        var conditions = new Conditions();
        conditions.and("a.name > ?", paging.cursor().map(cursor -> cursor.text(0)).orElse(""));
        limit(conditions, by);
        filter.role().ifPresent(role -> conditions.and("a.role = ?", role));
        filter.scope().ifPresent(scope -> within(conditions, scope));
        filter.words().ifPresent(words -> named(conditions, words));
        var found =
                transactions.reading(connection ->
                        Sql.on(
                                        connection,
                                        "select %s from account a where %s order by a.name limit ?"
                                                .formatted(Account.COLUMNS, conditions.text))
                                .with(conditions.values.toArray())
                                .with(paging.rows())
                                .list(row -> User.of(Account.read(row))));
        return Page.of(found, paging, user -> Cursor.of(user.username()));
    }

    /// As [Administration#shows] says for one account.
    private static void limit(Conditions conditions, Caller by) {
        switch (by.scope()) {
            case Scope.City() -> {}
            case Scope.District(var code) -> conditions.and("a.area like concat(?, '%')", code);
            case Scope.OfProvider(var provider, var _) ->
                    conditions.and(
                            """
                            (a.role in (?, ?) and a.provider_id = ?
                             or a.role = ? and a.site_id in
                                (select s.site_id from site s where s.provider_id = ?))
                            """,
                            Role.DISPATCHER,
                            Role.RIDER,
                            provider,
                            Role.KITCHEN_STAFF,
                            provider);
            case Scope.Street _, Scope.OfSite _ -> conditions.and("1 = 0");
        }
    }

    private static void within(Conditions conditions, String scope) {
        if (scope.length() == DISTRICT_DIGITS || scope.length() == STREET_DIGITS) {
            conditions.and("a.area like concat(?, '%')", scope);
        } else {
            conditions.and("(a.provider_id = ? or a.site_id = ?)", scope, scope);
        }
    }

    /// The column of names is ASCII, and what is searched for need not be.
    private static void named(Conditions conditions, String words) {
        var pattern = "%" + words.replaceAll("([!%_])", "!$1") + "%";
        conditions.and(
                "(convert(a.name using utf8mb4) like ? escape '!'"
                        + " or a.display_name like ? escape '!')",
                pattern,
                pattern);
    }
}
