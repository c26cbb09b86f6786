package org.nuancan.demo.lunch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.nuancan.demo.district.SyntheticIdNumbers;

/// The order desk of the street: enrols new elders, whose cards are used to test refusals.
final class Enrolment {

    /// An elder who was enrolled today.
    record Newcomer(String elderId, String idNumber, String cardNumber) {}

    private static final String STREET = "110105012";
    private static final int TRIES = 20;

    private final Session session;

    Enrolment(Session session) {
        this.session = session;
    }

    /// Enrols an elder who qualifies for the diner subsidy.
    ///
    /// @param cardValidTo the card's last day
    Newcomer enrol(LocalDate cardValidTo) {
        for (var attempt = 1; ; attempt++) {
            var idNumber = anyIdNumber();
            var answer =
                    session.post("/v1/elders", application(idNumber), UUID.randomUUID().toString());
            // An earlier lunch may have enrolled the same number.
            if (!answer.code().equals("ELDER_EXISTS") || attempt == TRIES) {
                var elderId = answer.granted().path("elderId").asText();
                return new Newcomer(elderId, idNumber, card(elderId, cardValidTo));
            }
        }
    }

    static String anyIdNumber() {
        var random = ThreadLocalRandom.current();
        return SyntheticIdNumbers.of(
                SyntheticIdNumbers.NOWHERE_ELSE,
                LocalDate.of(1936, 1, 1).plusDays(random.nextInt(9_000)),
                random.nextInt(900, 1_000));
    }

    private static ObjectNode application(String idNumber) {
        var body = Api.JSON.createObjectNode().put("name", "演示新人").put("idNumber", idNumber);
        body.putObject("household").put("kind", "LOCAL").put("division", STREET);
        body.put("residenceDivision", STREET)
                .put("address", "麦子店街道暖阳里1号楼1单元101室")
                .put("phone", "01000000000");
        body.putArray("categories")
                .addObject()
                .put("category", "DISABLED")
                .put("from", "2024-01-01")
                .putNull("to")
                .put("evidence", "演示档案");
        body.put("careGrade", 3).putArray("diet");
        body.putArray("allergens");
        body.putArray("contacts");
        return body;
    }

    private String card(String elderId, LocalDate validTo) {
        var number = "DEMO-NEW-" + UUID.randomUUID().toString().substring(0, 13);
        var body =
                Api.JSON
                        .createObjectNode()
                        .put("cardNumber", number)
                        .put("kind", "SENIOR_CARD")
                        .put("validTo", validTo.toString());
        var _ = session.post("/v1/elders/" + elderId + "/cards", body).granted();
        return number;
    }

    void report(Newcomer newcomer, String state) {
        var body =
                Api.JSON
                        .createObjectNode()
                        .put("state", state)
                        .put("reason", "演示")
                        .put("inWriting", true);
        var _ = session.post("/v1/cards/" + newcomer.cardNumber() + "/state", body).granted();
    }

    /// The text of a one-time code, valid for 60 s.
    String code(Newcomer newcomer) {
        return session.post(
                        "/v1/elders/" + newcomer.elderId() + "/codes", Api.JSON.createObjectNode())
                .granted()
                .path("code")
                .asText();
    }
}
