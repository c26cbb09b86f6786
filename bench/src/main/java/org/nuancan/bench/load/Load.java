package org.nuancan.bench.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseDecoder;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/// Tills that ask a service, all on one thread, so that the machine's other cores are the
/// service's.
///
/// @param address of the service
/// @param connections how many tills ask at once
public record Load(URI address, int connections) {

    private static final int LONGEST_ANSWER = 1 << 20;

    /// Closed loop: each till asks again as soon as it is answered.
    public Played closed(Calls calls, Duration time) throws InterruptedException {
        return play(new Loop.Closed(calls, time));
    }

    /// Open loop: requests are due at a fixed rate, whatever becomes of those before; one that
    /// finds no till free waits, and its wait counts.
    ///
    /// @param perSecond how many are due each second
    public Played open(Calls calls, double perSecond, Duration time) throws InterruptedException {
        return play(new Loop.Open(calls, perSecond, time));
    }

    private Played play(Loop loop) throws InterruptedException {
        var group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        try {
            var tills = connected(group, loop);
            var done = new CompletableFuture<Played>();
            group.next().execute(() -> loop.begin(tills, done));
            return done.get();
        } catch (ExecutionException exception) {
            throw new IllegalStateException("the load broke off", exception.getCause());
        } finally {
            var _ = group.shutdownGracefully(0, 1, TimeUnit.SECONDS).await(2_000);
        }
    }

    private List<Till> connected(MultiThreadIoEventLoopGroup group, Loop loop)
            throws InterruptedException {
        var bootstrap =
                new Bootstrap()
                        .group(group)
                        .channel(NioSocketChannel.class)
                        .option(ChannelOption.TCP_NODELAY, true)
                        .handler(new Wiring(loop));
        var tills = new ArrayList<Till>();
        for (var i = 0; i < connections; i++) {
            Channel channel =
                    bootstrap.connect(address.getHost(), address.getPort()).sync().channel();
            tills.add(channel.pipeline().get(Till.class));
        }
        return tills;
    }

    private static final class Wiring extends ChannelInitializer<SocketChannel> {

        private final Loop loop;

        Wiring(Loop loop) {
            this.loop = loop;
        }

        @Override
        protected void initChannel(SocketChannel channel) {
            channel.pipeline()
                    .addLast(
                            new HttpResponseDecoder(),
                            new HttpObjectAggregator(LONGEST_ANSWER),
                            new Till(loop, channel));
        }
    }
}
