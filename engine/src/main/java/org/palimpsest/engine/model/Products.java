package org.palimpsest.engine.model;

import ai.djl.Device;
import org.palimpsest.engine.tensor.Processor;

/** Which library multiplies activations with weights. The results differ in their last bits. */
enum Products {
    /** The one that libtorch takes by itself: MKL on a CPU, cuBLAS on a GPU. */
    LIBTORCH,
    /** oneDNN, for batches large enough. */
    ONEDNN;

    /** The faster one of a device; the same at every start of the program on a machine. */
    static Products of(Device device) {
        return device.isGpu() || !Processor.here().favoursOneDnn() ? LIBTORCH : ONEDNN;
    }
}
