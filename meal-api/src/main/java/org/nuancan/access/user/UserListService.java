package org.nuancan.access.user;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.nuancan.access.Caller;
import org.nuancan.access.Scope;
import org.nuancan.access.account.AccountEntity;
import org.nuancan.access.account.UserRepository;
import org.nuancan.http.Cursor;
import org.nuancan.http.Page;
import org.nuancan.http.Paging;

/// Lists the users that a caller administers.
@Singleton
class UserListService {

    private static final int DISTRICT_DIGITS = 6;
    private static final int STREET_DIGITS = 9;

    private final UserRepository users;

    UserListService(UserRepository users) {
        this.users = users;
    }

    /// Filters of the list; an empty field does not filter.
    ///
    /// @param scope a district's or street's code: all users in it; otherwise a provider's or
    ///   site's id
    /// @param words part of the name or the display name
    record Filter(Optional<String> role, Optional<String> scope, Optional<String> words) {

        private Optional<String> division() {
            return scope.filter(Filter::isDivision);
        }

        private Optional<String> owner() {
            return scope.filter(code -> !isDivision(code));
        }

        private static boolean isDivision(String code) {
            return code.length() == DISTRICT_DIGITS || code.length() == STREET_DIGITS;
        }

        private Optional<String> pattern() {
            return words.map(text -> "%" + text.replaceAll("([!%_])", "!$1") + "%");
        }
    }

    @ReadOnly
    Page<User> list(Caller by, Filter filter, Paging paging) {
        var found = find(by, filter, paging).stream().map(row -> User.of(row.account())).toList();
        return Page.of(found, paging, user -> Cursor.of(user.username()));
    }

    /// Finds the users for which [Administration#shows] is true.
    private List<AccountEntity> find(Caller by, Filter filter, Paging paging) {
        return switch (by.scope()) {
            case Scope.City() -> find(Optional.empty(), Optional.empty(), filter, paging);
            case Scope.District(var code) ->
                    find(Optional.of(code), Optional.empty(), filter, paging);
            case Scope.OfProvider(var provider, var _) ->
                    find(Optional.empty(), Optional.of(provider), filter, paging);
            case Scope.Street _, Scope.OfSite _ -> List.of();
        };
    }

    private List<AccountEntity> find(
            Optional<String> area, Optional<Long> managedBy, Filter filter, Paging paging) {
        return users.list(
                area.orElse(null),
                managedBy.orElse(null),
                filter.role().orElse(null),
                filter.division().orElse(null),
                filter.owner().orElse(null),
                filter.pattern().orElse(null),
                paging.cursor().map(cursor -> cursor.text(0)).orElse(""),
                paging.rows());
    }
}
