package org.palimpsest.engine.tensor;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A function written in TorchScript, through which all of libtorch's operators can be reached. Gradients flow through it to
 * the tensors passed in while gradients are being recorded.
 */
public final class TorchFunction implements AutoCloseable {
    private final NDManager home;
    private final PtSymbolBlock block;

    private TorchFunction(NDManager home, PtSymbolBlock block) {
        this.home = home;
        this.block = block;
    }

    /**
     * Compiles a function.
     *
     * @param source {@code def forward(self: __torch__.M, ...) -> ...:} in TorchScript's serialised form, where tuples are
     *     unpacked with a trailing comma
     * @throws ai.djl.engine.EngineException if libtorch cannot compile it
     */
    public static TorchFunction compile(String source) {
        NDManager home = Torch.newScope(Device.cpu());
        try {
            byte[] archive = TorchScriptArchive.of(source);
            PtSymbolBlock block =
                    JniUtils.loadModule((PtNDManager) home, new ByteArrayInputStream(archive), false, false);
            return new TorchFunction(home, block);
        } catch (IOException e) {
            home.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            home.close();
            throw e;
        }
    }

    /**
     * Calls the function; results belong to {@code scope}.
     *
     * @param arguments in order: {@link NDArray}, a list of them, and, where gradients are not being recorded, {@link Long},
     *     {@link Integer}, {@link Double} or {@link Boolean}. No tensor may stand in two places.
     * @return the tensors returned, tuples and lists flattened
     */
    public NDList call(NDManager scope, Object... arguments) {
        JniUtils.setGraphExecutorOptimize(false);
        return JniUtils.isGradMode() ? callRecorded(scope, arguments) : callUnrecorded(scope, arguments);
    }

    /** DJL records gradients only for calls made with its own named lists. */
    private NDList callRecorded(NDManager scope, Object... arguments) {
        NDList inputs = new NDList();
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i] instanceof NDArray array) {
                array.setName(null);
                inputs.add(array);
            } else if (arguments[i] instanceof List<?> list) {
                for (Object element : list) {
                    NDArray array = (NDArray) element;
                    array.setName("list" + i + "[]");
                    inputs.add(array);
                }
            } else {
                throw new IllegalArgumentException(
                        "only tensors can be passed while gradients are recorded, but argument " + i + " is "
                                + arguments[i]);
            }
        }
        NDList outputs = IValueUtils.forward(block, inputs, true);
        outputs.attach(scope);
        return outputs;
    }

    private NDList callUnrecorded(NDManager scope, Object... arguments) {
        IValue[] values = new IValue[arguments.length];
        try {
            for (int i = 0; i < values.length; i++) {
                values[i] = value(arguments[i]);
            }
            try (IValue result = IValueUtils.runMethod(block, "forward", values)) {
                return result.toNDList((PtNDManager) scope);
            }
        } finally {
            for (IValue value : values) {
                if (value != null) {
                    value.close();
                }
            }
        }
    }

    private static IValue value(Object argument) {
        if (argument instanceof NDArray array) {
            return IValue.from((PtNDArray) array);
        }
        if (argument instanceof List<?> list) {
            return IValue.listFrom(list.stream().map(PtNDArray.class::cast).toArray(PtNDArray[]::new));
        }
        if (argument instanceof Boolean flag) {
            return IValue.from(flag);
        }
        if (argument instanceof Double number) {
            return IValue.from(number);
        }
        if (argument instanceof Long || argument instanceof Integer) {
            return IValue.from(((Number) argument).longValue());
        }
        throw new IllegalArgumentException("cannot pass " + argument + " to TorchScript");
    }

    @Override
    public void close() {
        block.close();
        home.close();
    }
}
