package org.nuancan.bench.load;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpResponse;
import java.util.concurrent.TimeUnit;

/// One connection with at most one request under way.
final class Till extends SimpleChannelInboundHandler<FullHttpResponse> {

    private final Loop loop;
    private final Channel channel;
    private long since;
    private boolean isWaiting;

    Till(Loop loop, Channel channel) {
        this.loop = loop;
        this.channel = channel;
    }

    /// Sends a request.
    ///
    /// @param at the instant from which its latency counts
    void ask(Call call, long at) {
        since = at;
        isWaiting = true;
        var _ = channel.writeAndFlush(Unpooled.wrappedBuffer(call.bytes()));
    }

    /// Runs something on the thread of the load.
    void later(Runnable task, long micros) {
        var _ = channel.eventLoop().schedule(task, micros, TimeUnit.MICROSECONDS);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpResponse response) {
        isWaiting = false;
        loop.answered(this, response.status().code(), since);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (isWaiting) {
            isWaiting = false;
            loop.broken();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        var _ = context.close();
    }
}
