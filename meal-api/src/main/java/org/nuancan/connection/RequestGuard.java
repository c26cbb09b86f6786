package org.nuancan.connection;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Watches the requests of one connection between the decoder and the framework.
///
/// - A request that cannot be read, is too large or comes too slowly is answered with a problem,
///   and then the connection is closed: the framework alone leaves some of these open without
///   reading.
/// - Bytes that follow a refused request are read for a moment and dropped ([LingeringClose]).
///
/// All methods run on the connection's event loop.
final class RequestGuard extends ChannelDuplexHandler {

    private static final int BAD_REQUEST = 400;
    private static final int TIMEOUT = 408;
    private static final int TOO_LARGE = 413;

    /// The part of a request that the connection has reached.
    private enum Part {
        /// Between two requests.
        NOTHING,
        /// Some of a head has come.
        HEAD,
        /// The head has come, and some of the body may have.
        BODY,
        /// A request was refused; all further bytes are dropped.
        REFUSED
    }

    private Part part = Part.NOTHING;
    private boolean readSomething;
    private long bodyBytes;
    private long mostBytes;
    private Duration waited = Duration.ZERO;
    private @Nullable Future<?> deadline;
    private boolean closing;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        readSomething = true;
        if (part == Part.REFUSED || closing) {
            var _ = ReferenceCountUtil.release(message);
            return;
        }
        switch (message) {
            case HttpRequest request -> head(context, request);
            case HttpContent content -> body(context, content);
            default -> context.fireChannelRead(message);
        }
    }

    private void head(ChannelHandlerContext context, HttpRequest request) {
        stopTiming();
        var refusal = RequestHead.refusal(request);
        RequestHead.cut(request.headers());
        if (refusal.isPresent()) {
            refuseHead(context, refusal.getAsInt(), request);
            return;
        }
        part = Part.BODY;
        bodyBytes = 0;
        mostBytes = RequestHead.mostBytes(request);
        context.fireChannelRead(request);
    }

    private void body(ChannelHandlerContext context, HttpContent content) {
        bodyBytes += content.content().readableBytes();
        if (content.decoderResult().isFailure() || bodyBytes > mostBytes) {
            var status = bodyBytes > mostBytes ? TOO_LARGE : BAD_REQUEST;
            var _ = content.release();
            refuseBody(context, status);
            return;
        }
        if (content instanceof LastHttpContent) {
            stopTiming();
            part = Part.NOTHING;
        }
        context.fireChannelRead(content);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (part == Part.NOTHING && !readSomething) {
            part = Part.HEAD;
            startTiming(context, RequestLimits.HEAD_TIME);
        } else if (part == Part.BODY && deadline == null) {
            startTiming(context, RequestLimits.BODY_TIME);
        }
        readSomething = false;
        context.fireChannelReadComplete();
    }

    private void startTiming(ChannelHandlerContext context, Duration time) {
        waited = Duration.ZERO;
        schedule(context, time);
    }

    private void schedule(ChannelHandlerContext context, Duration time) {
        waited = waited.plus(time);
        deadline =
                context.executor()
                        .schedule(() -> late(context), time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void stopTiming() {
        var running = deadline;
        if (running != null) {
            var _ = running.cancel(false);
            deadline = null;
        }
    }

    private void late(ChannelHandlerContext context) {
        deadline = null;
        if (part == Part.HEAD) {
            refuseHead(
                    context,
                    TIMEOUT,
                    new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/"));
            context.fireChannelReadComplete();
        } else if (part == Part.BODY) {
            var left = RequestLimits.bodyTime(bodyBytes).minus(waited);
            if (left.isPositive()) {
                schedule(context, left);
            } else {
                refuseBody(context, TIMEOUT);
            }
        }
    }

    /// Passes the request to the framework without the unreadable parts, marked as failed.
    private void refuseHead(ChannelHandlerContext context, int status, HttpRequest refused) {
        part = Part.REFUSED;
        var request = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/");
        var languages = refused.headers().get(HttpHeaderNames.ACCEPT_LANGUAGE);
        if (languages != null) {
            request.headers().set(HttpHeaderNames.ACCEPT_LANGUAGE, languages);
        }
        request.setDecoderResult(DecoderResult.failure(new RefusedRequest(status)));
        context.fireChannelRead(request);
    }

    /// Ends a body of which the framework may have read some. If the request was already answered
    /// before its body came, no further answer is sent.
    private void refuseBody(ChannelHandlerContext context, int status) {
        stopTiming();
        part = Part.REFUSED;
        context.fireExceptionCaught(new RefusedRequest(status));
        var _ =
                context.executor()
                        .schedule(
                                () -> {
                                    var _ = context.close();
                                },
                                2 * RequestLimits.LINGER.toMillis(),
                                TimeUnit.MILLISECONDS);
    }

    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
        stopTiming();
        if ((part == Part.REFUSED || part == Part.BODY)
                && !closing
                && context.channel() instanceof DuplexChannel channel
                && context.pipeline().get(SslHandler.class) == null
                && channel.isActive()) {
            closing = true;
            LingeringClose.of(context, channel, promise);
        } else {
            var _ = context.close(promise);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        stopTiming();
        context.fireChannelInactive();
    }
}
