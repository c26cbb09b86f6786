package org.nuancan.standalone;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The program of `./nuancan up`: everything in this process, in the foreground, until Ctrl-C.
@Command(
        name = "nuancan up",
        mixinStandardHelpOptions = true,
        description = "Starts Nuancan with the demo district on engines of its own.")
public final class Up implements Callable<Integer> {

    @Option(
            names = "--port",
            description = "where the service listens; the console takes the next one (8080)")
    private int port = 8080;

    @Option(names = "--host", description = "the address to listen on (127.0.0.1)")
    private String host = "127.0.0.1";

    @Option(names = "--data", description = "the folder of all that lasts (.nuancan)")
    private Path data = Path.of(".nuancan");

    @Option(names = "--fresh", description = "forget all data first")
    private boolean fresh;

    /// Ends the process with 0 after Ctrl-C, 1 if nothing could be started, 2 for wrong arguments.
    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", "logback-embedded.xml");
        System.exit(new CommandLine(new Up()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        Everything everything;
        try {
            everything = Everything.start(host, port, data, fresh);
        } catch (CannotStart refusal) {
            System.err.println("nuancan: " + refusal.getMessage());
            return 1;
        } catch (RuntimeException defect) {
            LoggerFactory.getLogger(Up.class).error("Nuancan did not start", defect);
            System.err.printf(
                    "nuancan: did not start: %s; the whole story is in %s%n",
                    defect.getMessage(), data.resolve("nuancan.log"));
            return 1;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(everything::close, "end"));
        System.out.println(everything.invitation());
        new CountDownLatch(1).await();
        return 0;
    }
}
