package org.nuancan.finance.statement;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.close.proof.Proof;
import org.nuancan.close.proof.Proofs;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.text.Id;

/// Proofs over HTTP: they show that an order is on a statement and can be verified independently.
@Controller("/v1/statements/{statementId}/proof")
@Secured({
    Role.CITY_ADMIN,
    Role.DISTRICT_OFFICER,
    Role.DISTRICT_FINANCE,
    Role.STREET_OFFICER,
    Role.PROVIDER_MANAGER,
    Role.AUDITOR
})
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "finance")
class ProofController {

    /// A line in its hashed form, with its path to the root.
    record LineOfProof(String text, int index, List<Proof.Step> path) {}

    /// A proof, for verification by `docs/check-a-proof.md`.
    ///
    /// @param orderId null if the request names no order
    /// @param header the header in its hashed form
    /// @param root hash over all lines
    /// @param leaves number of lines
    record ProofAnswer(
            Id statementId,
            @Nullable Id orderId,
            String contentHash,
            String header,
            String root,
            int leaves,
            List<LineOfProof> lines) {}

    private final OwnStatements statements;
    private final Proofs proofs;

    ProofController(OwnStatements statements, Proofs proofs) {
        this.statements = statements;
        this.proofs = proofs;
    }

    /// All lines of an order on a statement, each with its Merkle path to `contentHash`; without an
    /// order only the header and the root.
    @Get
    ProofAnswer proof(
            @PathVariable Id statementId, @QueryValue @Nullable Id orderId, Caller caller) {
        var statement = statements.find(statementId, caller);
        var order = orderId == null ? OptionalLong.empty() : OptionalLong.of(orderId.value());
        if (order.isPresent() && !statements.hasLineOf(statement, order.getAsLong(), caller)) {
            throw ProblemException.of(ProblemCode.NOT_FOUND);
        }
        var proof = proofs.of(statement, order);
        return new ProofAnswer(
                statementId,
                orderId,
                proof.contentHash(),
                proof.header(),
                proof.root(),
                proof.leaves(),
                proof.lines().stream()
                        .map(line -> new LineOfProof(line.text(), line.index(), line.path()))
                        .toList());
    }
}
