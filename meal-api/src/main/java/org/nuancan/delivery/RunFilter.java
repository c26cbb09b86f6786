package org.nuancan.delivery;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Caller;
import org.nuancan.access.Scope;
import org.nuancan.http.Id;
import org.nuancan.policy.Slot;

/// Which runs are asked for.
record RunFilter(@Nullable Id siteId, @Nullable LocalDate date, @Nullable Slot slot) {

    /// A condition and the values for its marks.
    record Condition(String text, List<Object> values) {

        Condition {
            values = List.copyOf(values);
        }
    }

    /// Those of the filter that a caller may see, the latest made first.
    Condition condition(Caller caller, long before, int limit) {
        var text = new StringBuilder("where run_id < ?");
        var values = new ArrayList<Object>(List.of(before));
        switch (caller.scope()) {
            case Scope.City() -> {}
            case Scope.District(var code) ->
                    and(text, values, "division like concat(?, '%')", code);
            case Scope.Street(var code) -> and(text, values, "division like concat(?, '%')", code);
            case Scope.OfProvider(var id, _) -> {
                text.append(" and (provider_id = ? or kitchen_id = ?)");
                values.addAll(List.of(id, id));
            }
            case Scope.OfSite(var id, _, _) -> and(text, values, "site_id = ?", id);
        }
        if (siteId != null) {
            and(text, values, "site_id = ?", siteId.value());
        }
        if (date != null) {
            and(text, values, "run_date = ?", date);
        }
        if (slot != null) {
            and(text, values, "slot = ?", slot);
        }
        text.append(" order by run_id desc limit ?");
        values.add(limit);
        return new Condition(text.toString(), values);
    }

    private static void and(StringBuilder text, List<Object> values, String what, Object value) {
        text.append(" and ").append(what);
        values.add(value);
    }

    /// Whether a caller may see a run.
    static boolean isSeenBy(Run run, Caller caller) {
        return switch (caller.scope()) {
            case Scope.City() -> true;
            case Scope.District _, Scope.Street _ -> caller.covers(run.parties().division());
            case Scope.OfProvider(var id, _) ->
                    id == run.parties().carrierId() || id == run.parties().kitchenId();
            case Scope.OfSite(var id, _, _) -> id == run.parties().siteId();
        };
    }
}
