package org.palimpsest.engine.cli;

import ai.djl.Device;
import org.palimpsest.engine.run.Threads;
import org.palimpsest.engine.tensor.Torch;
import picocli.CommandLine.Option;

/** Where a command computes. */
public final class Computing {
    @Option(names = "--device", paramLabel = "D", description = "cpu, cuda or cuda:N (default: ${DEFAULT-VALUE}).")
    private String device = "cpu";

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads of one tensor operation (default: all cores).")
    private int threads;

    /**
     * The device, with the threads set.
     *
     * @throws IllegalArgumentException if there is no such device, or the number of threads is negative
     */
    public Device open() {
        if (threads < 0) {
            throw new IllegalArgumentException("--threads must be at least 1, but is " + threads);
        }
        Torch.setThreads(Threads.number(threads));
        return Torch.device(device);
    }

    /** The name of the device, as it was given. */
    public String device() {
        return device;
    }
}
