package org.nuancan.demo;

import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.nuancan.demo.lunch.Disagreement;
import org.nuancan.demo.lunch.Play;
import picocli.CommandLine;

/// Runs `./nuancan demo`: one lunch against the service that `./nuancan up` started.
///
/// The exit code is 0 if the books agree with the demo's own count, else 1 with one sentence.
@CommandLine.Command(
        name = "demo",
        description = "对运行中的服务演一顿午餐 · plays one lunch against the running service",
        mixinStandardHelpOptions = true)
public final class Lunch implements Callable<Integer> {

    /// Each guest eats once, and the district has no more guests.
    private static final int MOST_CHECKOUTS = 10_000;

    private static final int MOST_TILLS = 64;

    @CommandLine.Option(
            names = "--url",
            defaultValue = "http://127.0.0.1:8080",
            description = "服务地址 · where the service runs (${DEFAULT-VALUE})")
    private URI url = URI.create("http://127.0.0.1:8080");

    @CommandLine.Option(
            names = "--checkouts",
            defaultValue = "2000",
            description = "笔数 · sales at the tills (${DEFAULT-VALUE})")
    private int checkouts = 2_000;

    @CommandLine.Option(
            names = "--tills",
            defaultValue = "16",
            description = "收银机 · tills that sell at once (${DEFAULT-VALUE})")
    private int tills = 16;

    /// Entry point of the command line.
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Lunch()).execute(arguments));
    }

    @Override
    public Integer call() {
        if (checkouts < 1 || checkouts > MOST_CHECKOUTS || tills < 2 || tills > MOST_TILLS) {
            System.err.printf(
                    "笔数 1–%d，收银机 2–%d · 1 to %1$d checkouts, 2 to %2$d tills%n",
                    MOST_CHECKOUTS, MOST_TILLS);
            return 2;
        }
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (var bar = bar()) {
            var _ = Play.play(new Play.Size(url, checkouts, tills), out, bar::stepBy);
            return 0;
        } catch (Disagreement disagreement) {
            out.println("不符 · " + disagreement.getMessage());
            return 1;
        }
    }

    private ProgressBar bar() {
        return new ProgressBarBuilder()
                .setTaskName("午餐 lunch")
                .setInitialMax(checkouts)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .clearDisplayOnFinish()
                .build();
    }
}
