package org.nuancan.console.page;

/// Answers as meal-api gives them.
final class Samples {

    static final String SITES =
            """
            {"items":[
              {"siteId":"11","providerId":"7","providerName":"朝阳老年餐饮","name":"团结湖老年餐厅","division":"110105012"},
              {"siteId":"12","providerId":"7","providerName":"朝阳老年餐饮","name":"<b>水碓子</b>餐桌","division":"110105012"}],
             "next":null}
            """;

    static final String SALES =
            """
            {"siteId":"11","date":"2026-11-18","slots":[
              {"slot":"BREAKFAST","orders":0,"grossFen":0,"elderPaysFen":0,"dinerGrantFen":0,"incentiveFen":0},
              {"slot":"LUNCH","orders":80,"grossFen":123405,"elderPaysFen":83505,"dinerGrantFen":39900,"incentiveFen":24000},
              {"slot":"DINNER","orders":1,"grossFen":1200,"elderPaysFen":700,"dinerGrantFen":500,"incentiveFen":300}],
             "total":{"orders":81,"grossFen":124605,"elderPaysFen":84205,"dinerGrantFen":40400,"incentiveFen":24300}}
            """;

    static final String STATEMENT =
            """
            {"statementId":"501","providerId":"7","date":"2026-11-17","state":"CHECKED",
             "orders":1,"refunds":0,"grossFen":1800,"collectedFen":1300,"platformCollectedFen":0,"discountFen":0,
             "dinerGrantFen":500,"elsewhereFen":0,"incentiveFen":300,"adjustmentFen":0,"payableFen":800,
             "carriedFen":0,"heldFen":0,"byFund":[{"payer":"11","fen":550},{"payer":"110105","fen":250}],
             "contentHash":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08","previousHash":null,
             "version":1,"stateSince":"2026-11-17T18:05:00Z"}
            """;

    static final String STATEMENTS = "{\"items\":[" + STATEMENT + "],\"next\":null}";

    static final String LINES =
            """
            {"items":[{"journalId":"9001","kind":"MEAL","orderId":"8001","receiptNumber":"0KX3A","siteId":"11","siteName":"团结湖老年餐厅","serviceDate":"2026-11-17",
              "grossFen":1800,"collectedFen":1300,"platformCollectedFen":0,"discountFen":0,"dinerGrantFen":500,
              "incentiveFen":300,"adjustmentFen":0,
              "grants":[{"code":"BJ-DINER","version":1,"side":"DINER","fen":500,
                         "funding":[{"payer":"11","fen":250},{"payer":"110105","fen":250}]}],
              "refusals":[{"code":"BJ-FLOW","version":1,"reason":"LIMIT","text":"已达次数或金额上限"}]}],"next":null}
            """;

    private Samples() {}

    static String sale(String id, String siteId, String orderId) {
        return """
        id: %s
        event: sale
        data: {"type":"SALE","orderId":"%s","siteId":"%s","slot":"LUNCH","grossFen":1800,"at":"2026-11-18T03:58:00Z"}

        """
                .formatted(id, orderId, siteId);
    }
}
