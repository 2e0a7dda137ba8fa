package org.palimpsest.engine.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Matrices that multiply the same input, one below the other in one piece of memory. A step of generation multiplies once with all
 * of them; the parameters become its parts, so that what is trained is what generates.
 */
final class JoinedWeights {
    /** What stands between the names of the parts in the name of the whole; no checkpoint's names have it. */
    private static final String AND = "&";

    private JoinedWeights() {}

    /** What the whole of some matrices is called. */
    static String name(List<String> parts) {
        return String.join(AND, parts);
    }

    /**
     * The weights of one layer in the order in which a step of generation takes them.
     *
     * @param parameters all of the model's; those that are joined are closed, and parts of the whole put into their places
     */
    static List<NDArray> of(DecoderConfig config, int layer, Map<String, NDArray> parameters) {
        String prefix = LayerNames.layer(config, layer);
        return LayerScript.stepNames(config).stream()
                .map(name -> name.contains(AND) ? join(prefix, name, parameters) : parameters.get(prefix + name))
                .toList();
    }

    private static NDArray join(String prefix, String name, Map<String, NDArray> parameters) {
        int dot = name.lastIndexOf('.');
        List<String> parts = Arrays.stream(name.substring(0, dot).split(AND))
                .map(part -> prefix + part + name.substring(dot))
                .toList();
        NDArray whole =
                NDArrays.concat(new NDList(parts.stream().map(parameters::get).toList()));
        long from = 0;
        for (String part : parts) {
            NDArray alone = parameters.get(part);
            long to = from + alone.getShape().get(0);
            parameters.put(part, whole.get(new NDIndex("{}:{}", from, to)));
            alone.close();
            from = to;
        }
        return whole;
    }
}
