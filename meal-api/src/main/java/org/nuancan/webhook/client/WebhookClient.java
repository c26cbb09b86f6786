package org.nuancan.webhook.client;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;

/// Sends one message to one address. It follows no redirect, reads no answer body and keeps no
/// cookie.
@Singleton
public final class WebhookClient {

    /// The result of a request.
    ///
    /// @param status its HTTP status, if it answered
    /// @param outcome `OK`, `STATUS`, `TIMEOUT`, `REFUSED`, `TLS`, `INSIDE`, `UNREACHABLE`
    public record Outcome(OptionalInt status, String outcome) {

        /// Whether the receiver answered with a status from 200 to 299.
        public boolean isDelivered() {
            return outcome.equals("OK");
        }

        static Outcome of(int status) {
            return new Outcome(OptionalInt.of(status), status / 100 == 2 ? "OK" : "STATUS");
        }

        static Outcome none(String outcome) {
            return new Outcome(OptionalInt.empty(), outcome);
        }
    }

    /// A message to send.
    ///
    /// @param id the same for each try
    public record Message(String url, String secret, String id, String body) {}

    /// Time to connect to each address of a host name.
    private static final Duration CONNECTING = Duration.ofSeconds(3);

    /// Longest time between two bytes of an answer's head.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// Longest time for a whole try.
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /// Limits for the head of an answer, the only part that is read.
    private static final Http1Config HEAD =
            Http1Config.custom()
                    .setMaxLineLength(8192)
                    .setMaxHeaderCount(100)
                    .setMaxEmptyLineCount(10)
                    .build();

    private final CloseableHttpClient client;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("webhook-timer").factory());

    WebhookClient(HookSettings settings) {
        var patience = Timeout.of(PATIENCE);
        this.client =
                HttpClientBuilder.create()
                        .setConnectionManager(
                                PoolingHttpClientConnectionManagerBuilder.create()
                                        .setDnsResolver(new Resolution(settings.isInsideAllowed()))
                                        .setConnectionFactory(
                                                ManagedHttpClientConnectionFactory.builder()
                                                        .http1Config(HEAD)
                                                        .build())
                                        .setDefaultConnectionConfig(
                                                ConnectionConfig.custom()
                                                        .setConnectTimeout(Timeout.of(CONNECTING))
                                                        .setSocketTimeout(patience)
                                                        .build())
                                        .setMaxConnTotal(Shares.MOST)
                                        .setMaxConnPerRoute(Shares.OF_AN_ADDRESS)
                                        .build())
                        .setDefaultRequestConfig(
                                RequestConfig.custom()
                                        .setResponseTimeout(patience)
                                        .setConnectionRequestTimeout(patience)
                                        .build())
                        .disableRedirectHandling()
                        .disableCookieManagement()
                        .disableAuthCaching()
                        .disableContentCompression()
                        .disableAutomaticRetries()
                        .setUserAgent("Nuancan-Webhook/1")
                        .build();
    }

    /// Sends a message and waits up to 10 seconds; network failures become outcomes.
    ///
    /// @param now time that is signed with the message
    public Outcome carry(Message message, Instant now) {
        var post = new HttpPost(URI.create(message.url()));
        var seconds = now.getEpochSecond();
        post.setHeader("webhook-id", message.id());
        post.setHeader("webhook-timestamp", Long.toString(seconds));
        post.setHeader(
                "webhook-signature",
                Signature.of(message.secret(), message.id(), seconds, message.body()));
        post.setEntity(
                new ByteArrayEntity(
                        message.body().getBytes(StandardCharsets.UTF_8),
                        ContentType.APPLICATION_JSON));
        // The read timeout does not stop a server that sends its answer byte by byte.
        var end = timer.schedule(post::cancel, LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        try (var response = client.executeOpen(null, post, null)) {
            return Outcome.of(response.getCode());
        } catch (Resolution.Inside _) {
            return Outcome.none("INSIDE");
        } catch (SocketTimeoutException _) {
            return Outcome.none("TIMEOUT");
        } catch (ConnectException _) {
            return Outcome.none("REFUSED");
        } catch (SSLException _) {
            return Outcome.none("TLS");
        } catch (IOException _) {
            return Outcome.none(post.isCancelled() ? "TIMEOUT" : "UNREACHABLE");
        } finally {
            var _ = end.cancel(false);
        }
    }

    @PreDestroy
    void close() throws IOException {
        timer.shutdownNow();
        client.close();
    }
}
