package org.nuancan.console.page;

import java.util.List;
import org.nuancan.console.api.ApiCaller;
import org.nuancan.console.session.Session;

/// A request of somebody who is signed in.
public record SignedIn(Visit visit, Session session) {

    static final String ATTRIBUTE = "nuancan.signed-in";

    /// This person as a caller of meal-api.
    public ApiCaller asking() {
        return new ApiCaller(
                session.accessToken(), visit.language().code(), visit.file().isPresent());
    }

    /// Whether the reader has any of these roles.
    public boolean is(String... roles) {
        return session.isAny(List.of(roles));
    }

    /// The reader's user name.
    public String username() {
        return session.username();
    }

    /// The reader's role.
    public String role() {
        return session.roles().getFirst();
    }
}
