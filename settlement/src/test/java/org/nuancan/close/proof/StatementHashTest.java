package org.nuancan.close.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.bouncycastle.jcajce.provider.digest.SM3;
import org.junit.jupiter.api.Test;
import org.nuancan.day.BusinessDay;
import org.nuancan.ledger.Account;
import org.nuancan.ledger.Cause;
import org.nuancan.ledger.Dates;
import org.nuancan.ledger.Entry;
import org.nuancan.ledger.JournalKind;
import org.nuancan.ledger.PolicyRef;
import org.nuancan.ledger.Posting;
import org.nuancan.ledger.Subject;
import org.nuancan.money.Fen;
import org.nuancan.policy.Side;

/// The example of `docs/statement-hash.md`: the bytes, and the hash computed here without any code
/// of the product.
class StatementHashTest {

    private static final BusinessDay DAY = new BusinessDay(LocalDate.of(2026, 11, 18));

    private static final String LINE =
            """
            {"journalId":"701","kind":"MEAL","cause":{"kind":"ORDER","id":"601"},"orderId":"601",\
            "siteId":"50","serviceDate":"2026-11-18","happenedAt":"2026-11-18T03:58:12.500000Z",\
            "refusals":[{"code":"ZZ","version":2,"reason":"WHO"}],"postings":[\
            {"line":1,"account":"till:5","fen":1300,"policy":null,"reason":"CASH","mirrors":null},\
            {"line":2,"account":"claim:CHARITY:\\"暖\\"","fen":500,\
            "policy":{"code":"GIFT","version":3,"side":"DINER"},"reason":null,"mirrors":null},\
            {"line":3,"account":"earned:5","fen":-1800,"policy":null,"reason":"MEAL","mirrors":null}]}\
            """;

    private static final String HEADER =
            """
            {"providerId":"5","date":"2026-11-18","orders":1,"refunds":0,"lines":1,"grossFen":1800,\
            "collectedFen":1300,"platformCollectedFen":0,"discountFen":0,"dinerGrantFen":500,\
            "elsewhereFen":0,"incentiveFen":0,"adjustmentFen":0,"payableFen":500,\
            "byFund":[{"payer":"CHARITY:\\"暖\\"","fen":500}],"previousHash":null}\
            """;

    @Test
    void a_line_is_written_byte_by_byte_as_the_page_says() {
        assertThat(CanonicalText.line(entry())).isEqualTo(LINE);
    }

    @Test
    void a_header_is_written_byte_by_byte_as_the_page_says() {
        assertThat(CanonicalText.header(footing().content(5, DAY, Optional.empty())))
                .isEqualTo(HEADER);
    }

    @Test
    void the_content_hash_is_sm3_over_the_root_and_the_header() {
        var leaf = sm3(new byte[] {0}, LINE.getBytes(StandardCharsets.UTF_8));
        var derived = sm3(new byte[] {2}, leaf, HEADER.getBytes(StandardCharsets.UTF_8));

        var footing = footing();

        assertThat(footing.hash(footing.content(5, DAY, Optional.empty())))
                .isEqualTo(Sm3.hex(derived));
    }

    @Test
    void the_previous_hash_is_part_of_the_hash() {
        var footing = footing();

        assertThat(footing.hash(footing.content(5, DAY, Optional.of("ab"))))
                .isNotEqualTo(footing.hash(footing.content(5, DAY, Optional.empty())));
    }

    private static byte[] sm3(byte[]... parts) {
        var digest = new SM3.Digest();
        for (var part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    private static Footing footing() {
        var footing = new Footing();
        footing.take(entry());
        return footing;
    }

    private static Entry entry() {
        var postings =
                List.of(
                        Posting.of(5, new Account.Till(5), Fen.of(1300), "CASH"),
                        new Posting(
                                5,
                                new Account.Claim("CHARITY:\"暖\""),
                                Fen.of(500),
                                Optional.of(new PolicyRef("GIFT", 3, Side.DINER)),
                                Optional.empty(),
                                OptionalInt.empty()),
                        Posting.of(5, new Account.Earned(5), Fen.of(-1800), "MEAL"));
        var lines = new ArrayList<Entry.Line>();
        postings.forEach(posting -> lines.add(new Entry.Line(lines.size() + 1, posting)));
        return new Entry(
                701,
                JournalKind.MEAL,
                Cause.order(601),
                Subject.order(601, 50, "110105", "110105"),
                new Dates(DAY, DAY, Instant.parse("2026-11-18T03:58:12.5Z")),
                Optional.of("[{\"code\":\"ZZ\",\"version\":2,\"reason\":\"WHO\"}]"),
                lines);
    }
}
