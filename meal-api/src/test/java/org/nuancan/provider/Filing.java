package org.nuancan.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.nuancan.http.Reply;

/// Providers and sites as they are taken on file.
public final class Filing {

    private Filing() {}

    public static String made(Reply reply, String pointer) {
        assertThat(reply.status()).as("%s", reply).isEqualTo(201);
        return reply.text(pointer);
    }

    public static String provider(String district) {
        return """
        {"name": "枣营餐饮", "kind": "CANTEEN", "districtCode": "%s",
         "bankAccount": {"name": "枣营餐饮有限公司", "number": "6222020200112233445",
                         "bankCode": "102100099996"}}
        """
                .formatted(district);
    }

    public static String site(String provider, String division) {
        return """
        {"providerId": "%s", "name": "枣营路驿站", "division": "%s", "type": "STATION",
         "grade": 2, "listedFrom": "2022-04-01", "listedTo": null, "address": "枣营路 29 号",
         "latitude": 39.948213, "longitude": 116.471908, "seats": 48, "dailyCapacity": 160}
        """
                .formatted(provider, division);
    }
}
