package org.nuancan.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.Map;
import org.nuancan.bench.city.CityDatabase;

/// The environment of all contestants: the same database and the same settings.
///
/// @param redis the address of Redis
/// @param keys the file of the public keys that verify tokens
record Place(CityDatabase database, String redis, HttpClient http, Path keys) {

    Node mealApi() throws IOException {
        return Node.mealApi(http, settings());
    }

    Node textbook() throws IOException {
        return Node.textbook(http, keys, settings());
    }

    private Map<String, String> settings() {
        return Map.of(
                "NUANCAN_DB_URL", database.url(),
                "NUANCAN_DB_USER", database.user(),
                "NUANCAN_DB_PASSWORD", database.password(),
                "NUANCAN_FIRST_ADMINISTRATOR_PASSWORD", "bench-pass",
                "NUANCAN_REDIS", redis);
    }
}
