package org.nuancan.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import java.util.concurrent.TimeUnit;

/// Closes a connection whose sender may still be sending: nothing more is written, and what comes
/// is read and dropped until the sender closes, or for [RequestLimits#LINGER]. A connection that is
/// closed with unread bytes is reset, and its sender may lose the answer.
final class LingeringClose {

    private LingeringClose() {}

    /// @param context of the handler that drops what comes
    static void of(ChannelHandlerContext context, DuplexChannel channel, ChannelPromise promise) {
        var _ = channel.shutdownOutput();
        var _ = channel.config().setAutoRead(true);
        var end =
                context.executor()
                        .schedule(
                                () -> {
                                    var _ = context.close(promise);
                                },
                                RequestLimits.LINGER.toMillis(),
                                TimeUnit.MILLISECONDS);
        var _ =
                channel.closeFuture()
                        .addListener(_ -> {
                            var _ = end.cancel(false);
                            var _ = promise.trySuccess();
                        });
    }
}
