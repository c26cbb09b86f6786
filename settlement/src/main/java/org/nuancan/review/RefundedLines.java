package org.nuancan.review;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.nuancan.close.statement.StatementStates;
import org.nuancan.close.statement.StatementStates.Standing;
import org.nuancan.day.BusinessDay;
import org.nuancan.ledger.Account;
import org.nuancan.ledger.Cause;
import org.nuancan.ledger.Journal;
import org.nuancan.ledger.JournalKind;
import org.nuancan.ledger.PolicyRef;
import org.nuancan.ledger.Posting;
import org.nuancan.ledger.posting.LineClaims;
import org.nuancan.money.Fen;
import org.nuancan.review.step.Act;
import org.nuancan.review.step.Decisions;
import org.nuancan.review.step.Decisions.Decision;
import org.nuancan.review.step.Reviewer;
import org.nuancan.review.step.Steps;
import org.nuancan.review.step.Steps.About;

/// Books the effect of a refund on lines that are on hold or were recovered. The refunded amount of
/// a held line becomes genuine, since the refund itself takes it from the provider. A recovered
/// amount is first undone, so that it is refunded like any other.
@Singleton
public class RefundedLines {

    /// A refund that will be booked.
    ///
    /// @param line the order's `MEAL` journal
    /// @param ofOrder all journals of the order before it
    /// @param postings postings of the `REFUND`
    public record Refund(
            long refundId,
            Journal line,
            List<Journal> ofOrder,
            List<Posting> postings,
            BusinessDay booking) {}

    /// Effect of the refund on the lines.
    ///
    /// @param wasRecovered whether limits had got amounts back before the refund
    /// @param undone part of the refund that limits had got back before, by policy
    public record Effect(boolean wasRecovered, Map<PolicyRef, Fen> undone) {

        /// Copies the undone amounts.
        public Effect {
            undone = Map.copyOf(undone);
        }
    }

    private final StatementStates states;
    private final Decisions decisions;
    private final LineBooking booking;
    private final Steps steps;

    RefundedLines(StatementStates states, Decisions decisions, LineBooking booking, Steps steps) {
        this.states = states;
        this.decisions = decisions;
        this.booking = booking;
        this.steps = steps;
    }

    /// Books the effect together with the refund. Called under the order's lock; locks statements.
    @Transactional
    public Effect book(Refund refund) {
        var orderId = refund.line().subject().orderId().orElseThrow();
        var made = decisions.ofOrder(orderId);
        if (made.isEmpty()) {
            return new Effect(false, Map.of());
        }
        var ids = new TreeSet<>(made.stream().map(Decision::statementId).toList());
        var statements = states.lockAll(ids);
        // Read again under the locks, since decisions cannot change now.
        var decided = decisions.ofOrder(orderId);
        var work = new Work(refund, statements);
        for (var provider : providers(refund)) {
            work.ofProvider(provider, decided);
        }
        return work.booked();
    }

    private static List<Long> providers(Refund refund) {
        return List.copyOf(
                new TreeSet<>(
                        refund.postings().stream()
                                .filter(posting -> posting.account() instanceof Account.Claim)
                                .map(Posting::providerId)
                                .toList()));
    }

    /// The work of one refund on the lines of its order.
    private final class Work {

        private final Refund refund;
        private final List<Standing> statements;
        private final List<Posting> genuine = new ArrayList<>();
        private final List<Posting> undone = new ArrayList<>();
        private final List<Steps.Taken> taken = new ArrayList<>();
        private boolean wasRecovered;

        Work(Refund refund, List<Standing> statements) {
            this.refund = refund;
            this.statements = statements;
        }

        void ofProvider(long provider, List<Decision> decided) {
            var claims = LineClaims.of(refund.line(), refund.ofOrder(), provider);
            var back = claims.givenBackBy(refund.postings());
            var ofProvider =
                    decided.stream().filter(decision -> decision.providerId() == provider).toList();
            var hold =
                    ofProvider.stream()
                            .filter(decision -> decision.state() == Decisions.State.HELD)
                            .findFirst();
            wasRecovered |= claims.isRecovered();
            if (back.isZero()) {
                return;
            }
            if (hold.isPresent()) {
                free(hold.get(), back);
            } else if (claims.isRecovered()) {
                var mirror = claims.undone(refund.postings());
                undone.addAll(mirror);
                var recovery =
                        ofProvider.stream()
                                .filter(decision -> decision.state() == Decisions.State.RECOVERED)
                                .reduce((_, last) -> last)
                                .orElseThrow();
                var statement = statement(recovery);
                note(recovery, statement, states.touch(statement), back);
            }
        }

        private void free(Decision hold, Fen back) {
            var statement = statement(hold);
            var before = statement.state().isBeforePayment();
            genuine.addAll(
                    before
                            ? LineClaims.genuine(hold.providerId(), back)
                            : LineClaims.genuineAfterPayment(hold.providerId(), back));
            decisions.lower(hold, back);
            var after = states.hold(statement, before ? back.negated() : Fen.ZERO);
            note(hold, statement, after, back);
        }

        private Standing statement(Decision decision) {
            return statements.stream()
                    .filter(standing -> standing.statementId() == decision.statementId())
                    .findFirst()
                    .orElseThrow();
        }

        private void note(Decision decision, Standing before, Standing after, Fen back) {
            var about =
                    new About(
                            OptionalLong.of(decision.journalId()),
                            OptionalLong.of(decision.orderId()),
                            Optional.of(back),
                            "refund " + refund.refundId());
            taken.add(new Steps.Taken(Act.REFUND, Reviewer.PLATFORM, before.state(), after, about));
        }

        Effect booked() {
            var cause = Cause.refund(refund.refundId());
            if (!genuine.isEmpty()) {
                post(JournalKind.GENUINE, cause, genuine);
            }
            if (!undone.isEmpty()) {
                post(JournalKind.RECOVERY_UNDONE, cause, undone);
            }
            steps.write(taken);
            var byPolicy = new LinkedHashMap<PolicyRef, Fen>();
            for (var posting : undone) {
                posting.policy()
                        .ifPresent(policy -> byPolicy.merge(policy, posting.fen(), Fen::plus));
            }
            return new Effect(wasRecovered, byPolicy);
        }

        private void post(JournalKind kind, Cause cause, List<Posting> postings) {
            booking.post(refund.booking(), kind, cause, refund.line(), postings);
        }
    }
}
