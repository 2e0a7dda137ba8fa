package org.palimpsest.engine.model;

import ai.djl.Device;
import org.palimpsest.engine.tensor.Processor;
import org.palimpsest.engine.tensor.TorchFunction;

/** Which library multiplies activations with weights. The results differ in their last bits. */
public enum Products {
    /** The one that libtorch takes by itself: MKL on a CPU, cuBLAS on a GPU. */
    LIBTORCH,
    /** oneDNN, for batches large enough. */
    ONEDNN;

    /** The faster one of a device; the same at every start of the program on a machine. */
    public static Products of(Device device) {
        return device.isGpu() || !Processor.here().favoursOneDnn() ? LIBTORCH : ONEDNN;
    }

    /** x wᵀ of x [rows, in] and w [out, in] as a function of its own, [rows, out]. */
    public TorchFunction function() {
        return LayerScript.product(this);
    }
}
