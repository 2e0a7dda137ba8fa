package org.palimpsest.engine.cli;

import ai.djl.Device;
import org.palimpsest.engine.run.Threads;
import org.palimpsest.engine.tensor.Torch;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where a command computes. */
public final class Computing {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--device", paramLabel = "D", description = "cpu, cuda or cuda:N (default: ${DEFAULT-VALUE}).")
    private String device = "cpu";

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads of one tensor operation, at most one a core; 0, the default, takes all cores.")
    private int threads;

    /**
     * The device, with the threads set.
     *
     * @throws IllegalArgumentException if there is no such device, or the number of threads is negative
     */
    public Device open() {
        int wanted = threads(threads);
        Threads.remark(wanted).ifPresent(remark -> {
            command.commandLine().getErr().println("palimpsest: " + remark);
            command.commandLine().getErr().flush();
        });
        Torch.setThreads(Threads.number(wanted));
        return Torch.device(device);
    }

    /**
     * A number of threads as every command takes it.
     *
     * @return the same number; 0 stands for all cores, as in recipes
     * @throws IllegalArgumentException if it is negative
     */
    public static int threads(int given) {
        if (given < 0) {
            throw new IllegalArgumentException("--threads must be at least 1, or 0 for all cores, but is " + given);
        }
        return given;
    }

    /** The name of the device, as it was given. */
    public String device() {
        return device;
    }
}
