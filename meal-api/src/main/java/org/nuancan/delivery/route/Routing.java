package org.nuancan.delivery.route;

import static java.util.Comparator.naturalOrder;

import com.graphhopper.jsprit.core.algorithm.box.Jsprit;
import com.graphhopper.jsprit.core.algorithm.state.StateManager;
import com.graphhopper.jsprit.core.algorithm.termination.TimeTermination;
import com.graphhopper.jsprit.core.problem.Location;
import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem;
import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem.FleetSize;
import com.graphhopper.jsprit.core.problem.constraint.ConstraintManager;
import com.graphhopper.jsprit.core.problem.constraint.HardActivityConstraint;
import com.graphhopper.jsprit.core.problem.job.Service;
import com.graphhopper.jsprit.core.problem.misc.JobInsertionContext;
import com.graphhopper.jsprit.core.problem.solution.VehicleRoutingProblemSolution;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TimeWindow;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TourActivity;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleImpl;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleTypeImpl;
import com.graphhopper.jsprit.core.util.Solutions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.nuancan.provider.site.Place;

/// Computes runs: riders, stops and their order. It works with places and times only, not with
/// meals.
public final class Routing {

    /// An order to deliver.
    ///
    /// @param portions share of the rider's capacity
    /// @param rank from 0; on a run, orders that are reached in time are delivered by rank
    public record Drop(long orderId, Place place, int portions, int rank) {

        /// Whether the order is to arrive within the shorter time.
        boolean isSoon() {
            return rank <= SOON;
        }
    }

    /// A planned stop.
    ///
    /// @param after time after leaving
    public record Planned(long orderId, Duration after) {}

    /// Runs by rider, and orders that fit on none.
    public record Plan(Map<String, List<Planned>> runs, List<Long> left) {}

    private static final double EARTH_METRES_A_DEGREE = 111_320;
    private static final double STREETS = 1.33;
    private static final int ITERATIONS = 400;

    /// The last rank with the shorter time.
    private static final int SOON = 1;

    private final RouteSettings settings;

    public Routing(RouteSettings settings) {
        this.settings = settings;
    }

    /// @param kitchen where all runs start
    public Plan plan(Place kitchen, Collection<Drop> drops, Collection<String> riders) {
        var solution = solved(kitchen, drops, riders);
        var runs = new LinkedHashMap<String, List<Planned>>();
        riders.forEach(rider -> runs.put(rider, new ArrayList<>()));
        for (var route : solution.getRoutes()) {
            var stops = runs.get(route.getVehicle().getId());
            for (var activity : route.getActivities()) {
                if (stops != null && activity instanceof TourActivity.JobActivity stop) {
                    stops.add(
                            new Planned(
                                    Long.parseLong(stop.getJob().getId()),
                                    Duration.ofSeconds(Math.round(activity.getArrTime()))));
                }
            }
        }
        var late = new ArrayList<Long>();
        solution.getUnassignedJobs().forEach(job -> late.add(Long.parseLong(job.getId())));
        return withLate(runs, late, drops);
    }

    /// Adds orders that no rider reaches in time to the end of the run with the most room, those of
    /// a lower rank first. Orders that exceed every rider's capacity are left over.
    private Plan withLate(
            Map<String, List<Planned>> runs, List<Long> late, Collection<Drop> drops) {
        var portions = new HashMap<Long, Integer>();
        var ranks = new HashMap<Long, Integer>();
        for (var drop : drops) {
            portions.put(drop.orderId(), drop.portions());
            ranks.put(drop.orderId(), drop.rank());
        }
        var byRank = Comparator.comparing((Long orderId) -> ranks.getOrDefault(orderId, 0));
        var left = new ArrayList<Long>();
        for (var orderId : late.stream().sorted(byRank.thenComparing(naturalOrder())).toList()) {
            var roomiest =
                    runs.values().stream()
                            .min((one, other) ->
                                    Integer.compare(load(one, portions), load(other, portions)));
            if (roomiest.isPresent()
                    && load(roomiest.get(), portions) + portions.getOrDefault(orderId, 0)
                            <= settings.capacity()) {
                roomiest.get().add(new Planned(orderId, settings.within()));
            } else {
                left.add(orderId);
            }
        }
        runs.values().removeIf(List::isEmpty);
        return new Plan(runs, left);
    }

    private static int load(List<Planned> run, Map<Long, Integer> portions) {
        return run.stream().mapToInt(stop -> portions.getOrDefault(stop.orderId(), 0)).sum();
    }

    private VehicleRoutingProblemSolution solved(
            Place kitchen, Collection<Drop> drops, Collection<String> riders) {
        var problem = VehicleRoutingProblem.Builder.newInstance().setFleetSize(FleetSize.FINITE);
        var bike =
                VehicleTypeImpl.Builder.newInstance("bike")
                        .addCapacityDimension(0, settings.capacity())
                        .setCostPerDistance(1)
                        .build();
        for (var rider : riders) {
            problem.addVehicle(
                    VehicleImpl.Builder.newInstance(rider)
                            .setStartLocation(location(kitchen, kitchen))
                            .setType(bike)
                            .setReturnToDepot(false)
                            .build());
        }
        for (var drop : drops) {
            var end = drop.isSoon() ? settings.firstWithin() : settings.within();
            problem.addJob(
                    Service.Builder.newInstance(Long.toString(drop.orderId()))
                            .addSizeDimension(0, drop.portions())
                            .setLocation(location(kitchen, drop.place()))
                            .setServiceTime((double) settings.atTheDoor().toSeconds())
                            .addTimeWindow(TimeWindow.newInstance(0, (double) end.toSeconds()))
                            .setPriority(1 + drop.rank())
                            .build());
        }
        var built = problem.build();
        var states = new StateManager(built);
        var constraints = new ConstraintManager(built, states);
        constraints.addConstraint(new ByRank(drops), ConstraintManager.Priority.CRITICAL);
        // The same orders give the same runs, unless the time limit ends the computation early.
        var algorithm =
                Jsprit.Builder.newInstance(built)
                        .setStateAndConstraintManager(states, constraints)
                        .setProperty(Jsprit.Parameter.FAST_REGRET, "true")
                        .setProperty(Jsprit.Parameter.CONSTRUCTION, "best_insertion")
                        .setRandom(new Random(1))
                        .buildAlgorithm();
        algorithm.setMaxIterations(ITERATIONS);
        var clock = new TimeTermination(settings.computedFor().toMillis());
        algorithm.setPrematureAlgorithmTermination(clock);
        algorithm.addListener(clock);
        return Solutions.bestOf(algorithm.searchSolutions());
    }

    /// Lets no order be delivered before one of a lower rank on the same run.
    private static final class ByRank implements HardActivityConstraint {

        private final Map<String, Integer> ranks = new HashMap<>();

        ByRank(Collection<Drop> drops) {
            drops.forEach(drop -> ranks.put(Long.toString(drop.orderId()), drop.rank()));
        }

        @Override
        public ConstraintsStatus fulfilled(
                JobInsertionContext context,
                TourActivity before,
                TourActivity added,
                TourActivity after,
                double leftBefore) {
            var rank = rank(added, 0);
            return rank(before, rank) <= rank && rank <= rank(after, rank)
                    ? ConstraintsStatus.FULFILLED
                    : ConstraintsStatus.NOT_FULFILLED;
        }

        private int rank(TourActivity activity, int otherwise) {
            return activity instanceof TourActivity.JobActivity stop
                    ? ranks.getOrDefault(stop.getJob().getId(), otherwise)
                    : otherwise;
        }
    }

    /// A point on a plane whose unit is one second of riding.
    private Location location(Place kitchen, Place place) {
        var metres = EARTH_METRES_A_DEGREE * STREETS / settings.metresASecond();
        var x =
                (place.longitude() - kitchen.longitude())
                        * Math.cos(Math.toRadians(kitchen.latitude()))
                        * metres;
        var y = (place.latitude() - kitchen.latitude()) * metres;
        return Location.newInstance(x, y);
    }
}
