package org.nuancan.till.offline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.problem.ProblemException.Fault;

/// Reads the receipts of an upload, each with the exact text that was signed.
@Singleton
final class ReadReceipts {

    /// A receipt with its signed text.
    record Signed(OfflineReceipt receipt, ObjectNode raw) {}

    private final ObjectMapper json;
    private final Validator validator;

    ReadReceipts(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /// @throws ProblemException `REQUEST_INVALID` with every receipt that is malformed
    List<Signed> read(OfflineUpload upload) {
        var read = new ArrayList<Signed>();
        var faults = new ArrayList<Fault>();
        for (var i = 0; i < upload.receipts().size(); i++) {
            read(upload.receipts().get(i), "/receipts/" + i, read, faults);
        }
        if (!faults.isEmpty()) {
            throw ProblemException.of(ProblemCode.REQUEST_INVALID, faults);
        }
        return List.copyOf(read);
    }

    private void read(JsonNode node, String pointer, List<Signed> read, List<Fault> faults) {
        if (!(node instanceof ObjectNode raw)) {
            faults.add(new Fault(pointer, "WRONG_TYPE", "类型不对 / wrong type"));
            return;
        }
        try {
            var receipt = json.treeToValue(raw, OfflineReceipt.class);
            var violations = validator.validate(receipt);
            violations.forEach(violation ->
                    faults.add(
                            new Fault(
                                    pointer + pointerOf(violation.getPropertyPath()),
                                    "VALUE",
                                    violation.getMessage())));
            if (violations.isEmpty()) {
                read.add(new Signed(receipt, raw));
            }
        } catch (JsonMappingException exception) {
            faults.add(
                    new Fault(
                            pointer + pointerOf(exception),
                            "WRONG_TYPE",
                            "内容不符合约定 / not as agreed"));
        } catch (JsonProcessingException exception) {
            throw new IllegalStateException("a tree that is no JSON", exception);
        }
    }

    private static String pointerOf(JsonMappingException exception) {
        var pointer = new StringBuilder();
        for (var step : exception.getPath()) {
            var name = step.getFieldName();
            pointer.append('/').append(name == null ? Integer.toString(step.getIndex()) : name);
        }
        return pointer.toString();
    }

    private static String pointerOf(Object path) {
        return "/" + path.toString().replaceAll("\\[(\\d+)\\]", "/$1").replace('.', '/');
    }
}
