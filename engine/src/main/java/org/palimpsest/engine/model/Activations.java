package org.palimpsest.engine.model;

import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The activations that configurations name, and the sections of the layer's script that compute them. */
final class Activations {
    private static final Map<String, String> SECTIONS = Map.ofEntries(
            Map.entry("silu", "silu"),
            Map.entry("swish", "silu"),
            Map.entry("gelu", "gelu"),
            Map.entry("gelu_python", "gelu"),
            Map.entry("gelu_new", "gelu_tanh"),
            Map.entry("gelu_fast", "gelu_tanh"),
            Map.entry("gelu_accurate", "gelu_tanh"),
            Map.entry("gelu_pytorch_tanh", "gelu_tanh"),
            Map.entry("gelu_python_tanh", "gelu_tanh"),
            Map.entry("quick_gelu", "gelu_sigmoid"),
            Map.entry("relu", "relu"),
            Map.entry("relu2", "relu_squared"),
            Map.entry("relu6", "relu6"),
            Map.entry("leaky_relu", "leaky_relu"),
            Map.entry("hardswish", "hardswish"),
            Map.entry("mish", "mish"),
            Map.entry("tanh", "tanh"),
            Map.entry("sigmoid", "sigmoid"),
            Map.entry("linear", "linear"));

    private Activations() {}

    /** The section of an activation, or nothing if it is not known. */
    static Optional<String> section(String name) {
        return Optional.ofNullable(SECTIONS.get(name));
    }

    /** All known names, in alphabetical order. */
    static String known() {
        return String.join(", ", new TreeSet<>(SECTIONS.keySet()));
    }
}
