package org.nuancan.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RequestGuardTest {

    private static final String UPLOAD =
            "POST /x HTTP/1.1\r\nAuthorization: Bearer a\r\nContent-Length: 100000\r\n\r\n";

    /// Statuses of requests that were refused, in their order.
    private final List<Integer> refused = new ArrayList<>();

    private final EmbeddedChannel channel =
            new EmbeddedChannel(new HttpServerCodec(), new RequestGuard(), new Framework());

    RequestGuardTest() {
        channel.freezeTime();
    }

    private final class Framework extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpRequest request
                    && request.decoderResult().cause() instanceof RefusedRequest reason) {
                refused.add(reason.status());
            }
            var _ = ReferenceCountUtil.release(message);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            refused.add(((RefusedRequest) cause).status());
        }
    }

    @Test
    void a_head_that_is_not_whole_after_10_seconds_is_refused() {
        send("GET / HTT");
        after(9);
        send("P/1.1\r\nHost: a");
        assertThat(refused).isEmpty();

        after(1);

        assertThat(refused).containsExactly(408);
    }

    @Test
    void a_connection_that_waits_between_requests_is_not_refused() {
        send("GET / HTTP/1.1\r\n\r\n");

        after(60);
        send("GET / HTTP/1.1\r\n\r\n");
        after(60);

        assertThat(refused).isEmpty();
    }

    @Test
    void a_body_that_drips_is_refused_after_30_seconds() {
        send(UPLOAD);
        for (var second = 0; second < 29; second++) {
            send("a");
            after(1);
        }
        assertThat(refused).isEmpty();

        after(1);

        assertThat(refused).containsExactly(408);
    }

    @Test
    void a_body_has_a_second_more_for_each_8_kB_that_came() {
        send(UPLOAD);
        send("a".repeat(3 * 8192));
        after(30);
        after(2);
        assertThat(refused).isEmpty();

        after(1);

        assertThat(refused).containsExactly(408);
    }

    @Test
    void a_body_that_is_whole_in_time_is_not_refused() {
        send(UPLOAD);
        after(20);
        send("a".repeat(100_000));

        after(60);

        assertThat(refused).isEmpty();
    }

    private void send(String text) {
        var _ = channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
    }

    private void after(int seconds) {
        channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
        channel.runPendingTasks();
    }
}
