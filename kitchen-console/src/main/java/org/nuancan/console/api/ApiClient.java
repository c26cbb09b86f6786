package org.nuancan.console.api;

import com.fasterxml.jackson.databind.JavaType;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nuancan.console.api.Answer.Given;

/// Sends requests to meal-api on behalf of a person who is signed in.
public final class ApiClient {

    private static final String WHOLE_PAGE = "500";
    private static final int MOST_PAGES = 20;

    private final Wire wire;

    /// @param base where meal-api answers, such as `http://127.0.0.1:8080`
    public ApiClient(URI base) {
        this(new Wire(base));
    }

    ApiClient(Wire wire) {
        this.wire = wire;
    }

    /// One record.
    public <T> Answer<T> get(ApiCaller caller, ApiPath path, Class<T> type) {
        return wire.ask(as(caller, path).GET(), type(type));
    }

    /// One page of a list; up to 10,000 records of it if the caller reads lists to their end.
    public <T> Answer<Listed<T>> list(ApiCaller caller, ApiPath path, Class<T> type) {
        return caller.whole() ? whole(caller, path, type) : page(caller, path, type);
    }

    /// Every record of a list, up to 10,000.
    public <T> Answer<List<T>> all(ApiCaller caller, ApiPath path, Class<T> type) {
        return whole(caller, path, type).map(Listed::items);
    }

    private <T> Answer<Listed<T>> whole(ApiCaller caller, ApiPath path, Class<T> type) {
        var pages = path.has("limit") ? path : path.with("limit", WHOLE_PAGE);
        List<T> found = new ArrayList<>();
        Optional<String> after = Optional.empty();
        for (int page = 0; page < MOST_PAGES; page++) {
            Answer<Listed<T>> answer = page(caller, pages.with("after", after), type);
            if (!(answer instanceof Given<Listed<T>>(var part))) {
                return answer;
            }
            found.addAll(part.items());
            after = part.next();
            if (after.isEmpty()) {
                break;
            }
        }
        return new Given<>(new Listed<>(List.copyOf(found), after));
    }

    private <T> Answer<Listed<T>> page(ApiCaller caller, ApiPath path, Class<T> type) {
        return wire.ask(as(caller, path).GET(), listed(type));
    }

    /// One page of a search whose terms must not be in an address.
    public <T> Answer<Listed<T>> search(ApiCaller caller, ApiRequest request, Class<T> type) {
        return wire.ask(as(caller, request), listed(type));
    }

    /// Changes something; the answer is the record as it is now.
    public <T> Answer<T> send(ApiCaller caller, ApiRequest request, Class<T> type) {
        return wire.ask(as(caller, request), type(type));
    }

    /// Changes something, where the answer has no content or none that matters.
    public Answer<Boolean> tell(ApiCaller caller, ApiRequest request) {
        return wire.tell(as(caller, request));
    }

    /// Sends a file as it is.
    ///
    /// @param key the idempotency key
    public <T> Answer<T> upload(
            ApiCaller caller, ApiPath path, ApiFile file, String key, Class<T> type) {
        var request =
                as(caller, path)
                        .header("Content-Type", file.type())
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofByteArray(file.bytes()));
        return wire.askLong(request, type(type));
    }

    /// A file to look at or to save.
    public Answer<ApiFile> file(ApiCaller caller, ApiPath path) {
        return wire.file(as(caller, path).setHeader("Accept", "*/*").GET());
    }

    private HttpRequest.Builder as(ApiCaller caller, ApiRequest request) {
        var builder = as(caller, request.path());
        request.key().ifPresent(key -> builder.header("Idempotency-Key", key));
        if (request.body().isEmpty()) {
            return builder.method(request.method(), BodyPublishers.noBody());
        }
        var json = Wire.write(request.body().get());
        return builder.header("Content-Type", "application/json")
                .method(request.method(), BodyPublishers.ofString(json));
    }

    private HttpRequest.Builder as(ApiCaller caller, ApiPath path) {
        return wire.to(path.text())
                .header("Authorization", "Bearer " + caller.accessToken())
                .header("Accept-Language", caller.language());
    }

    private static JavaType type(Class<?> type) {
        return Wire.types().constructType(type);
    }

    private static JavaType listed(Class<?> type) {
        return Wire.types().constructParametricType(Listed.class, type);
    }
}
