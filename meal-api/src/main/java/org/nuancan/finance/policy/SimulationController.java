package org.nuancan.finance.policy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.nuancan.access.Role;
import org.nuancan.http.LongWork;
import org.nuancan.policy.book.PolicyBook;

/// Simulates policies.
@LongWork
@Controller("/v1/policy-simulations")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "subsidy")
class SimulationController {

    private final Simulation simulation;

    SimulationController(PolicyBook book) {
        this.simulation = new Simulation(book::released);
    }

    /// Applies policies to one case or many cases; nothing is stored. The facts are those of the
    /// design page on policies, in the form of a scheme's case.
    @Post
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.AUDITOR})
    ObjectNode simulate(@Body ObjectNode request) {
        return simulation.answer(request);
    }
}
