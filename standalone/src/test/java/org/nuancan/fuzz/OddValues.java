package org.nuancan.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;

/// Values that caused failures in this service or in others.
final class OddValues {

    /// A made-up ID number with a right check digit; no answer, log or clear column may show it.
    static final String ID_NUMBER = "110105194910010015";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final List<String> TEXTS =
            List.of(
                    "",
                    " ",
                    "\u3000",
                    "慈善 ",
                    "\u200b",
                    "\ufeff",
                    "a\u0000b",
                    "a\nb",
                    "a\tb",
                    "\u202eabc",
                    "\uffff",
                    "\ufffe",
                    "\ud800",
                    "🥜𪝆",
                    "e\u0301",
                    ID_NUMBER,
                    "号码 " + ID_NUMBER + " 的老人",
                    "１１０１０５１９４９１００１００１５",
                    "110105 19491001 0015",
                    "0",
                    "-1",
                    "1e9",
                    "9223372036854775807",
                    "9223372036854775808",
                    "1.5",
                    "null",
                    "true",
                    "NaN",
                    "0000-02-29",
                    "0999-12-31",
                    "9999-12-31",
                    "+10000-01-01",
                    "2026-02-30",
                    "2026-11-18T25:00:00+08:00",
                    "9999-12-31T23:59:59.999999999-18:00",
                    "' or 1=1 -- ",
                    "%00",
                    "%",
                    "_",
                    "../../etc/passwd",
                    "<script>alert(1)</script>",
                    "=1+1",
                    "CHARITY:x",
                    "CHARITY:" + "善".repeat(250),
                    "{{7*7}}",
                    "zh" + "-abcdefgh".repeat(100),
                    "x".repeat(300),
                    "善".repeat(5_000));

    private static final List<JsonNode> OTHERS =
            List.of(
                    JSON.nullNode(),
                    JSON.booleanNode(true),
                    JSON.numberNode(0),
                    JSON.numberNode(-1),
                    JSON.numberNode(1_000_000_001),
                    JSON.numberNode(Long.MAX_VALUE),
                    JSON.numberNode(Long.MIN_VALUE),
                    JSON.numberNode(BigInteger.TEN.pow(30)),
                    JSON.numberNode(new BigDecimal("0.1")),
                    JSON.numberNode(new BigDecimal("1E+400")),
                    JSON.arrayNode(),
                    JSON.arrayNode().add(JSON.nullNode()),
                    JSON.objectNode(),
                    JSON.objectNode().put("", ""));

    private OddValues() {}

    static String text(Random random) {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    static JsonNode node(Random random) {
        return random.nextInt(3) == 0
                ? OTHERS.get(random.nextInt(OTHERS.size())).deepCopy()
                : JSON.textNode(text(random));
    }
}
