package org.nuancan.demo.lunch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// A grant, as in the answer to a quote, checkout or refund.
record Granted(String code, String side, long fen, List<Part> funding) {

    /// A payer's part of the grant.
    record Part(String payer, long fen) {}

    static List<Granted> readAll(JsonNode grants) {
        var all = new ArrayList<Granted>();
        for (var grant : grants) {
            var parts = new ArrayList<Part>();
            for (var part : grant.path("funding")) {
                parts.add(new Part(part.path("payer").asText(), part.path("fen").asLong()));
            }
            all.add(
                    new Granted(
                            grant.path("code").asText(),
                            grant.path("side").asText(),
                            grant.path("fen").asLong(),
                            List.copyOf(parts)));
        }
        return List.copyOf(all);
    }

    boolean isDiners() {
        return side.equals("DINER");
    }
}
