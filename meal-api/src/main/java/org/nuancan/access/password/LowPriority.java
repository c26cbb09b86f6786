package org.nuancan.access.password;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lowers the priority of the calling thread in the kernel (`setpriority`, "nice").
///
/// Java's own thread priorities have no effect on Linux. Only on Linux does `setpriority` apply to
/// one thread; on other systems this class does nothing. Lowering needs no privilege.
final class LowPriority {

    /// A thread of this niceness gets about a tenth of a core that another thread also uses.
    static final int NICENESS = 10;

    private static final int PRIO_PROCESS = 0;
    private static final int CALLING_THREAD = 0;
    private static final Logger LOG = LoggerFactory.getLogger(LowPriority.class);
    private static final Optional<MethodHandle> SETPRIORITY = setpriority();
    private static final ThreadLocal<Boolean> LOWERED = ThreadLocal.withInitial(() -> false);

    private LowPriority() {}

    /// Lowers the priority once; further calls do nothing.
    static void ofThisThread() {
        if (!LOWERED.get()) {
            LOWERED.set(true);
            SETPRIORITY.ifPresent(LowPriority::lower);
        }
    }

    private static void lower(MethodHandle setpriority) {
        try {
            var result = (int) setpriority.invokeExact(PRIO_PROCESS, CALLING_THREAD, NICENESS);
            if (result != 0) {
                LOG.warn("the kernel does not lower the priority of hashing threads");
            }
        } catch (Throwable failure) {
            throw new IllegalStateException("setpriority", failure);
        }
    }

    @SuppressWarnings("restricted")
    private static Optional<MethodHandle> setpriority() {
        if (!System.getProperty("os.name", "").equals("Linux")) {
            return Optional.empty();
        }
        var linker = Linker.nativeLinker();
        var arguments =
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT,
                        ValueLayout.JAVA_INT,
                        ValueLayout.JAVA_INT,
                        ValueLayout.JAVA_INT);
        return linker.defaultLookup()
                .find("setpriority")
                .map(symbol -> linker.downcallHandle(symbol, arguments));
    }
}
