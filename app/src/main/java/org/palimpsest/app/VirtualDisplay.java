package org.palimpsest.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A display without a screen, for as long as it is open. */
final class VirtualDisplay implements AutoCloseable {
    private static final int FIRST = 90;
    private static final int LAST = 199;
    private static final long LOOK_MILLIS = 100;
    private static final int LOOKS = 100;

    private final Process server;
    private final String name;

    private VirtualDisplay(Process server, String name) {
        this.server = server;
        this.name = name;
    }

    /** Starts Xvfb with a screen of 1920 by 1080; empty if it is not installed or does not come up. */
    static Optional<VirtualDisplay> start() throws InterruptedException {
        for (int number = FIRST; number <= LAST; number++) {
            Path socket = Path.of("/tmp/.X11-unix/X" + number);
            if (Files.exists(socket) || Files.exists(Path.of("/tmp/.X" + number + "-lock"))) {
                continue;
            }
            try {
                Process server = new ProcessBuilder("Xvfb", ":" + number, "-screen", "0", "1920x1080x24")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                for (int i = 0; i < LOOKS && !Files.exists(socket); i++) {
                    if (server.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                        break;
                    }
                }
                if (server.isAlive()) {
                    return Optional.of(new VirtualDisplay(server, ":" + number));
                }
            } catch (IOException e) {
                // There is no such program.
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** What the variable DISPLAY has to be. */
    String name() {
        return name;
    }

    @Override
    public void close() {
        server.destroy();
    }
}
