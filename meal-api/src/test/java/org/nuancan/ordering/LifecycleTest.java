package org.nuancan.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.nuancan.policy.fact.Fulfilment;

/// The state machine against a model of it: a set of facts that only grows.
class LifecycleTest {

    private static final Set<PreorderState> FINAL =
            EnumSet.of(PreorderState.DELIVERED, PreorderState.COLLECTED, PreorderState.CANCELLED);

    /// What is known of an order: nothing is ever forgotten, and the state follows from it.
    private static final class Model {

        private final Fulfilment fulfilment;
        private boolean accepted;
        private boolean cooked;
        private boolean left;
        private boolean handedOver;
        private boolean failed;
        private boolean cancelled;

        Model(Fulfilment fulfilment) {
            this.fulfilment = fulfilment;
        }

        void told(StepKind step) {
            if (handedOver || cancelled) {
                return;
            }
            switch (step) {
                case PLACE, UNACCEPT, UNPREPARE -> {}
                case ACCEPT -> accepted = true;
                case PREPARE -> cooked = true;
                case OUT -> left |= fulfilment == Fulfilment.DELIVERY;
                case DELIVER -> handedOver = fulfilment == Fulfilment.DELIVERY;
                case COLLECT -> handedOver = fulfilment != Fulfilment.DELIVERY;
                case CANCEL -> cancelled = !cooked && !left && !failed;
                case FAIL -> failed = true;
            }
        }

        PreorderState state() {
            if (handedOver) {
                return fulfilment == Fulfilment.DELIVERY
                        ? PreorderState.DELIVERED
                        : PreorderState.COLLECTED;
            }
            if (cancelled) {
                return PreorderState.CANCELLED;
            }
            if (failed) {
                return PreorderState.FAILED;
            }
            if (left) {
                return PreorderState.OUT;
            }
            if (cooked) {
                return PreorderState.PREPARED;
            }
            return accepted ? PreorderState.ACCEPTED : PreorderState.PLACED;
        }
    }

    @Property(tries = 2000)
    void any_sequence_of_steps_ends_where_the_model_does(
            @ForAll("steps") List<StepKind> steps, @ForAll Fulfilment fulfilment) {
        var model = new Model(fulfilment);
        var state = PreorderState.PLACED;
        for (var step : steps) {
            var before = state;
            state = after(state, step, fulfilment);
            model.told(step);
            assertThat(state).as("%s after %s", before, step).isEqualTo(model.state());
        }
    }

    @Property
    void nothing_leaves_a_final_state(
            @ForAll PreorderState state, @ForAll StepKind step, @ForAll Fulfilment fulfilment) {
        if (FINAL.contains(state)) {
            assertThat(after(state, step, fulfilment)).isEqualTo(state);
        }
    }

    /// A phone in a lift sends twice and out of order: without a cancellation the end is the same.
    @Property(tries = 2000)
    void reports_in_any_order_and_twice_end_in_the_same_state(
            @ForAll("reports") List<StepKind> reports,
            @ForAll Fulfilment fulfilment,
            @ForAll Random random) {
        var shuffled = new ArrayList<>(reports);
        shuffled.addAll(reports);
        Collections.shuffle(shuffled, random);

        assertThat(end(shuffled, fulfilment)).isEqualTo(end(reports, fulfilment));
    }

    private static PreorderState end(List<StepKind> steps, Fulfilment fulfilment) {
        var state = PreorderState.PLACED;
        for (var step : steps) {
            state = after(state, step, fulfilment);
        }
        return state;
    }

    private static PreorderState after(PreorderState state, StepKind step, Fulfilment fulfilment) {
        return Lifecycle.next(state, step, fulfilment) instanceof Move.To(var next) ? next : state;
    }

    @Provide
    static Arbitrary<List<StepKind>> steps() {
        return Arbitraries.of(StepKind.class).list().ofMaxSize(12);
    }

    @Provide
    static Arbitrary<List<StepKind>> reports() {
        return Arbitraries.of(EnumSet.complementOf(EnumSet.of(StepKind.CANCEL)))
                .list()
                .ofMaxSize(8);
    }
}
