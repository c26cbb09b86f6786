package org.nuancan.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.nuancan.text.IdNumberDigits;

/// Sends random requests as every role to the demo district and checks rules for each answer.
final class FuzzRun {

    private static final String PASSWORD = "demo-pass";
    private static final String NOBODY = "";
    private static final List<String> CALLERS =
            List.of(
                    "city",
                    "chaoyang",
                    "finance",
                    "dongcheng",
                    "auditor",
                    "street",
                    "desk",
                    "canteen",
                    "canteen-2",
                    "kitchen",
                    "dispatch",
                    "rider",
                    "demo-pos",
                    NOBODY);

    /// Setting the clock closes every day since in one request; streams do not end.
    private static final Set<String> LEFT_OUT =
            Set.of("PUT /test/clock", "GET /v1/events", "GET /v1/rider/events");

    private static final List<String> SIGNED_IN =
            CALLERS.stream().filter(caller -> !caller.equals(NOBODY)).toList();
    private static final int FORBIDDEN = 403;
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    /// The maximum length of a request or an answer that is repeated in a fault.
    private static final int SHOWN = 600;

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final Map<String, String> tokens = new HashMap<>();
    private final Map<Operation, Set<String>> forbidden = new HashMap<>();
    private final FuzzReport report = new FuzzReport();
    private final KnownValues known = new KnownValues(Set.copyOf(CALLERS));
    private final URI service;
    private final Random random;

    FuzzRun(URI service, long seed) {
        this.service = service;
        this.random = new Random(seed);
    }

    /// Sends this number of requests; the same seed gives the same choices.
    FuzzReport send(int requests, LocalDate today) throws IOException, InterruptedException {
        var api = new OpenApi(json.readTree(get("/openapi/openapi.json")));
        var operations =
                api.operations().stream()
                        .filter(one -> !LEFT_OUT.contains(one.method() + " " + one.path()))
                        .toList();
        var generator = new RequestGenerator(api, known, today, random);
        learnFromLists(operations, generator);
        for (var i = 0; i < requests; i++) {
            var operation = operations.get(random.nextInt(operations.size()));
            var caller = caller(operation);
            if (send(generator.next(operation), caller) == FORBIDDEN) {
                forbidden.computeIfAbsent(operation, _ -> new HashSet<>()).add(caller);
            }
        }
        return report;
    }

    /// Any caller for one request in ten, else one that was not forbidden the operation so far.
    private String caller(Operation operation) {
        var out = forbidden.getOrDefault(operation, Set.of());
        var callers =
                random.nextInt(10) == 0
                        ? CALLERS
                        : SIGNED_IN.stream().filter(one -> !out.contains(one)).toList();
        return callers.isEmpty() ? NOBODY : callers.get(random.nextInt(callers.size()));
    }

    private void learnFromLists(List<Operation> operations, RequestGenerator generator)
            throws IOException, InterruptedException {
        for (var operation : operations) {
            if (operation.method().equals("GET") && !operation.path().contains("{")) {
                for (var caller : List.of("city", "kitchen", "dispatch", "demo-pos")) {
                    var _ = send(generator.next(operation), caller);
                }
            }
        }
    }

    private int send(RequestGenerator.Request request, String caller)
            throws IOException, InterruptedException {
        var started = System.nanoTime();
        var answer = http.send(made(request, caller), BodyHandlers.ofString());
        var millis = Duration.ofNanos(System.nanoTime() - started).toMillis();
        var description = "%s %s as %s".formatted(request.method(), request.target(), caller);
        report.count(answer.statusCode(), millis, beginning(description));
        check(answer, description + " with " + request.body());
        if (answer.statusCode() == 401) {
            tokens.remove(caller);
        }
        if (answer.statusCode() < 300 && isJson(answer)) {
            known.learn(json.readTree(answer.body()));
        }
        return answer.statusCode();
    }

    private HttpRequest made(RequestGenerator.Request request, String caller)
            throws IOException, InterruptedException {
        var target = URI.create(service.toString() + request.target());
        var builder =
                HttpRequest.newBuilder(target)
                        .timeout(DEADLINE)
                        .method(
                                request.method(),
                                request.body().isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(request.body()));
        request.headers().forEach(builder::setHeader);
        if (!request.body().isEmpty()) {
            builder.setHeader("Content-Type", request.contentType());
        }
        if (!caller.equals(NOBODY)) {
            builder.setHeader("Authorization", "Bearer " + token(caller));
        }
        return builder.build();
    }

    private void check(HttpResponse<String> answer, String request) {
        var faults = new ArrayList<String>();
        var type = answer.headers().firstValue("Content-Type").orElse("");
        if (answer.statusCode() >= 500) {
            faults.add("a server's error");
        }
        if (answer.headers().firstValue("X-Request-Id").isEmpty()) {
            faults.add("no X-Request-Id");
        }
        if (answer.statusCode() >= 400 && !type.startsWith("application/problem+json")) {
            faults.add("a refusal that is no problem: " + type);
        }
        if (IdNumberDigits.areIn(answer.body())) {
            faults.add("an ID number in the answer");
        }
        for (var fault : faults) {
            report.fault(
                    "%s: %d for %s%n%s"
                            .formatted(
                                    fault,
                                    answer.statusCode(),
                                    beginning(request),
                                    beginning(answer.body())));
        }
    }

    private static String beginning(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    private static boolean isJson(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Content-Type")
                .filter(type -> type.startsWith("application/json"))
                .isPresent();
    }

    private String token(String caller) throws IOException, InterruptedException {
        var known = tokens.get(caller);
        if (known != null) {
            return known;
        }
        var body = "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(caller, PASSWORD);
        var request =
                HttpRequest.newBuilder(service.resolve("/login"))
                        .timeout(DEADLINE)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        var answer = http.send(request, BodyHandlers.ofString());
        var token = json.readTree(answer.body()).path("access_token").asText();
        if (token.isEmpty()) {
            throw new IllegalStateException(
                    "no sign-in as %s: %s".formatted(caller, answer.body()));
        }
        tokens.put(caller, token);
        return token;
    }

    private String get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(service.resolve(path)).timeout(DEADLINE).build();
        return http.send(request, BodyHandlers.ofString()).body();
    }

    /// An answer to a request of the city's administrator.
    JsonNode asCity(String path) throws IOException, InterruptedException, JsonProcessingException {
        var request =
                HttpRequest.newBuilder(service.resolve(path))
                        .timeout(DEADLINE)
                        .header("Authorization", "Bearer " + token("city"))
                        .build();
        return json.readTree(http.send(request, BodyHandlers.ofString()).body());
    }
}
