package org.nuancan.console.page;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import jakarta.inject.Singleton;

/// Hands requests that cannot be read on as empty ones that are marked as failed: these the
/// framework answers with 400 and closes their connection. As they came it leaves some connections
/// open and answers nothing more on them.
@Singleton
final class BrokenRequests implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

    @Override
    public NettyServerCustomizer.Registry onCreated(
            BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(new ForEachConnection());
        return event.getBean();
    }

    private record ForEachConnection() implements NettyServerCustomizer {

        @Override
        public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
            return role == ChannelRole.LISTENER ? this : new OnConnection(channel);
        }
    }

    private record OnConnection(Channel channel) implements NettyServerCustomizer {

        @Override
        public void onStreamPipelineBuilt() {
            channel.pipeline()
                    .addAfter(
                            ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC,
                            "broken-requests",
                            new Handler());
        }
    }

    private static final class Handler extends ChannelInboundHandlerAdapter {

        /// Characters of `Accept-Language` that are read.
        private static final int LANGUAGES = 100;

        private boolean isBroken;

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (isBroken) {
                var _ = ReferenceCountUtil.release(message);
            } else if (message instanceof HttpRequest request) {
                context.fireChannelRead(read(request));
            } else {
                context.fireChannelRead(message);
            }
        }

        private HttpRequest read(HttpRequest request) {
            if (request.decoderResult().isSuccess() && isPrintableAscii(request.uri())) {
                cut(request.headers());
                return request;
            }
            isBroken = true;
            var failed = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/");
            failed.setDecoderResult(
                    DecoderResult.failure(new IllegalArgumentException("not readable")));
            return failed;
        }

        private static void cut(HttpHeaders headers) {
            headers.remove(HttpHeaderNames.ACCEPT_CHARSET);
            var languages = headers.get(HttpHeaderNames.ACCEPT_LANGUAGE);
            if (languages == null) {
                return;
            }
            var start = 0;
            while (start < languages.length()
                    && !Character.isLetterOrDigit(languages.charAt(start))) {
                start++;
            }
            var end = Math.min(languages.length(), start + LANGUAGES);
            if (start < end) {
                headers.set(HttpHeaderNames.ACCEPT_LANGUAGE, languages.substring(start, end));
            } else {
                headers.remove(HttpHeaderNames.ACCEPT_LANGUAGE);
            }
        }

        private static boolean isPrintableAscii(String text) {
            return text.chars().allMatch(character -> character > ' ' && character <= '~');
        }
    }
}
