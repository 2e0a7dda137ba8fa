package org.palimpsest.engine.tensor;

import ai.djl.pytorch.jni.JniUtils;

/** Whether operations of this thread are recorded for differentiation, for the length of a {@code try} block. */
public final class GradientMode implements AutoCloseable {
    private final boolean before;

    private GradientMode(boolean recording) {
        Torch.engine();
        before = JniUtils.isGradMode();
        JniUtils.setGradMode(recording);
    }

    public static GradientMode recording() {
        return new GradientMode(true);
    }

    public static GradientMode off() {
        return new GradientMode(false);
    }

    @Override
    public void close() {
        JniUtils.setGradMode(before);
    }
}
