package org.nuancan.finance.policy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.nuancan.policy.book.PolicyOnFile;
import org.nuancan.policy.document.PolicyDocument;

/// A policy as shown: the document and its status.
final class PolicyAnswer {

    private PolicyAnswer() {}

    static ObjectNode of(PolicyOnFile kept) {
        var answer = PolicyDocument.write(kept.policy());
        answer.put("state", kept.state().name());
        answer.put("writtenBy", kept.author());
        answer.put("writtenAt", kept.writtenAt().toString());
        answer.put("releasedBy", kept.release().map(PolicyOnFile.Release::by).orElse(null));
        answer.put(
                "releasedAt",
                kept.release().map(PolicyOnFile.Release::at).map(Instant::toString).orElse(null));
        return answer;
    }
}
