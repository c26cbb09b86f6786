package org.nuancan.console.session;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.nuancan.console.api.Answer;
import org.nuancan.console.api.Answer.Given;
import org.nuancan.console.api.Answer.Refused;
import org.nuancan.console.api.Answer.SignInAgain;
import org.nuancan.console.api.Answer.Unavailable;
import org.nuancan.console.api.ApiCaller;
import org.nuancan.console.api.MealApi;
import org.nuancan.console.session.Renewal.GoesOn;
import org.nuancan.console.session.Renewal.Over;
import org.nuancan.console.session.Renewal.Unknown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps sessions fresh: renews an access token shortly before it ends.
///
/// A refresh token is good once, and a page sends several requests at once. So the first request
/// renews and the others wait for its answer; and because an answer with the new cookie may be lost
/// on its way to the browser, what a spent token led to is remembered and followed.
@Singleton
public final class Sessions {

    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);
    private static final Duration SAME_MOMENT = Duration.ofMinutes(1);
    private static final Duration REMEMBERED = Duration.ofHours(2);

    private static final Set<Integer> REFUSED_FOR_GOOD = Set.of(400, 403, 404, 422);

    private record Renewed(Instant at, CompletableFuture<Renewal> outcome) {}

    private final Map<String, Renewed> bySpentToken = new ConcurrentHashMap<>();
    private final MealApi api;
    private final InstantSource clock;
    private final Duration idle;

    @Inject
    Sessions(MealApi api, InstantSource clock, ConsoleSettings settings) {
        this(api, clock, Duration.ofMinutes(settings.idleMinutes()));
    }

    Sessions(MealApi api, InstantSource clock, Duration idle) {
        this.api = api;
        this.clock = clock;
        this.idle = idle;
    }

    /// The current session, renewed if its tokens are about to expire.
    public Renewal current(Session session) {
        var now = clock.instant();
        var known = bySpentToken.get(session.refreshToken());
        if (known == null && now.isBefore(session.renewAt())) {
            return new GoesOn(session);
        }
        var outcome = onwards(known == null ? renewed(session, now) : known.outcome().join());
        return outcome instanceof Unknown && now.isBefore(session.expiresAt())
                ? new GoesOn(session)
                : outcome;
    }

    /// How long a session lasts from now if it is not used; zero or less when it has ended.
    public Duration idleLeft(Session session) {
        return Duration.between(clock.instant(), session.seenAt().plus(idle));
    }

    /// The session as used now; unchanged within the same minute, so that cookies are not set anew
    /// by every request.
    public Session used(Session session) {
        var now = clock.instant();
        return now.isBefore(session.seenAt().plus(SAME_MOMENT)) ? session : session.seen(now);
    }

    /// Signs in; the answer's tokens become a session.
    ///
    /// @param forwardedFor the browser's address and its proxies', as `X-Forwarded-For` has them
    public Answer<Session> begin(
            String username, String password, String language, String forwardedFor) {
        return api.signIn(username, password, language, forwardedFor)
                .map(tokens -> Session.of(tokens, clock.instant()));
    }

    /// Changes the password; the tokens that come back are the session from now on.
    public Answer<Session> changePassword(ApiCaller caller, String password, String newPassword) {
        return api.changePassword(caller, password, newPassword)
                .map(tokens -> Session.of(tokens, clock.instant()));
    }

    /// Signs out at meal-api; a session that it no longer knows has ended all the same.
    public void end(ApiCaller caller) {
        if (api.signOut(caller) instanceof Unavailable(var why)) {
            LOG.warn("signing out at meal-api failed: {}", why);
        }
    }

    private Renewal onwards(Renewal renewal) {
        return renewal instanceof GoesOn(var next) ? current(next) : renewal;
    }

    private Renewal renewed(Session session, Instant now) {
        bySpentToken.values().removeIf(entry -> entry.at().isBefore(now.minus(REMEMBERED)));
        var ours = new Renewed(now, new CompletableFuture<>());
        var theirs = bySpentToken.putIfAbsent(session.refreshToken(), ours);
        if (theirs != null) {
            return theirs.outcome().join();
        }
        Renewal outcome = new Unknown();
        try {
            outcome = requested(session, now);
        } finally {
            if (!(outcome instanceof GoesOn)) {
                var _ = bySpentToken.remove(session.refreshToken(), ours);
            }
            ours.outcome().complete(outcome);
        }
        return outcome;
    }

    private Renewal requested(Session session, Instant now) {
        return switch (api.renew(session.refreshToken())) {
            case Given(var tokens) -> new GoesOn(Session.of(tokens, now).seen(session.seenAt()));
            case SignInAgain(var problem) -> new Over();
            case Refused(var problem) ->
                    REFUSED_FOR_GOOD.contains(problem.status()) ? new Over() : new Unknown();
            case Unavailable(var why) -> new Unknown();
        };
    }
}
