package org.palimpsest.engine.tensor;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;

/** The native library: started once, without usage reports or downloads. */
public final class Torch {
    private Torch() {}

    static {
        // DJL reads these when its engine starts; set here so that no way of starting the program forgets them.
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.offline", "true");
        // The optimising executor rewrites a function after its first calls and so changes roundings between a run and
        // its
        // resumption; the plain interpreter gives the same bits from the first call on.
        System.setProperty("ai.djl.pytorch.graph_optimizer", "false");
    }

    /** Loads libtorch if that has not happened yet. */
    public static Engine engine() {
        return Engine.getEngine("PyTorch");
    }

    public static String version() {
        return engine().getVersion();
    }

    /** Number of threads an operation may use. Set before the first operation; the sums' order, and so the last bits, depend on it. */
    public static void setThreads(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, but is " + threads);
        }
        engine();
        JniUtils.setNumThreads(threads);
    }

    public static int threads() {
        engine();
        return JniUtils.getNumThreads();
    }

    /** Number of GPUs that DJL finds; 0 with the CPU build of libtorch. */
    public static int gpuCount() {
        return engine().getGpuCount();
    }

    /**
     * A device by its name in a recipe: {@code cpu}, {@code cuda} or {@code cuda:1}.
     *
     * @throws IllegalArgumentException if the name is not a device's or this machine has no such device
     */
    public static Device device(String name) {
        if (name.equals("cpu")) {
            return Device.cpu();
        }
        if (!name.matches("cuda(:\\d+)?")) {
            throw new IllegalArgumentException("device must be cpu, cuda or cuda:N, but is \"" + name + "\"");
        }
        int index = name.equals("cuda") ? 0 : Integer.parseInt(name.substring(5));
        if (index >= gpuCount()) {
            throw new IllegalArgumentException(
                    "device \"%s\" was asked for, but libtorch %s finds %d GPU(s) here; use cpu"
                            .formatted(name, version(), gpuCount()));
        }
        return Device.gpu(index);
    }

    /** A new scope of native memory on a device, with no parent; close it. */
    public static NDManager newScope(Device device) {
        engine();
        return Scopes.track(NDManager.newBaseManager(device, "PyTorch"));
    }
}
