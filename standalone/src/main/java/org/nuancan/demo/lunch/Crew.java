package org.nuancan.demo.lunch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.nuancan.demo.lunch.DeliveryDay.Ordered;

/// The riders of one lunch, who work in parallel.
final class Crew {

    /// A rider with a session.
    private record Rider(String username, Session session) {}

    /// Riders are created over HTTP, which refuses the demo's own short password.
    private static final String PASSWORD = "noodles-to-the-door";

    private final Api api;
    private final Session city;
    private final Calendar calendar;
    private final List<Rider> riders;

    private Crew(Api api, Session city, Calendar calendar, List<Rider> riders) {
        this.api = api;
        this.city = city;
        this.calendar = calendar;
        this.riders = List.copyOf(riders);
    }

    /// Creates riders for a delivery provider.
    static Crew hired(Api api, Session city, Calendar calendar, String carrierId, int count) {
        var riders = new ArrayList<Rider>();
        var shift = UUID.randomUUID().toString().substring(0, 8);
        for (var number = 1; number <= count; number++) {
            var name = "rider-%s-%d".formatted(shift, number);
            var body =
                    DeliveryDay.nothing()
                            .put("username", name)
                            .put("password", PASSWORD)
                            .put("role", "RIDER");
            body.putObject("scope").put("providerId", carrierId);
            var _ = city.post("/v1/users", body).granted();
            riders.add(new Rider(name, Session.of(api, name, PASSWORD)));
        }
        return new Crew(api, city, calendar, riders);
    }

    /// Deactivates the riders.
    void dismiss() {
        for (var rider : riders) {
            var path = "/v1/users/" + rider.username() + "/disable";
            var _ = city.post(path, DeliveryDay.nothing()).granted();
        }
    }

    /// Does the runs of all riders in parallel; the demo's own `rider` takes part if he has a run.
    ///
    /// @param failing reasons of failure by order
    /// @return failures by reason
    Map<String, Integer> ride(List<Ordered> ordered, Map<String, String> failing) {
        var byId = new HashMap<String, Ordered>();
        ordered.forEach(one -> byId.put(one.orderId(), one));
        var all = new ArrayList<>(riders);
        all.add(new Rider("rider", Session.of(api, "rider", DeliveryDay.PASSWORD)));
        var work = new ArrayList<Callable<List<String>>>();
        all.forEach(rider -> work.add(() -> ride(rider, byId, failing)));
        var failures = new HashMap<String, Integer>();
        Crowd.allAtOnce(work).forEach(reason -> failures.merge(reason, 1, Integer::sum));
        return Map.copyOf(failures);
    }

    private List<String> ride(Rider rider, Map<String, Ordered> byId, Map<String, String> failing) {
        var failures = new ArrayList<String>();
        var run = rider.session().get("/v1/rider/run");
        if (run.status() == 404) {
            return failures;
        }
        var _ = rider.session().post("/v1/rider/run/depart", DeliveryDay.nothing()).granted();
        for (var stop : run.granted().path("stops")) {
            var one = byId.get(stop.path("orderId").asText());
            if (one == null) {
                continue;
            }
            var path = "/v1/rider/stops/" + one.orderId();
            var reason = failing.get(one.orderId());
            var key = UUID.randomUUID().toString();
            if (reason == null) {
                var _ = rider.session().post(path + "/deliver", delivered(one), key).granted();
            } else {
                var body = DeliveryDay.nothing().put("reason", reason).put("at", now());
                var _ = rider.session().post(path + "/fail", body, key).granted();
                failures.add(reason);
            }
        }
        return failures;
    }

    private ObjectNode delivered(Ordered one) {
        var body = DeliveryDay.nothing().put("at", now());
        body.putObject("proof").put("type", "PIN").put("value", one.pin());
        var tenders = body.putArray("tenders");
        if (one.elderPaysFen() > 0) {
            tenders.addObject().put("type", "CASH").put("amountFen", one.elderPaysFen());
        }
        return body;
    }

    private String now() {
        return Calendar.text(calendar.now());
    }
}
