package org.palimpsest.engine.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import java.util.List;
import java.util.Map;

/**
 * Matrices that multiply the same input, one below the other in one piece of memory. A step of generation multiplies once with all
 * of them; the parameters become its parts, so that what is trained is what generates.
 */
final class JoinedWeights {
    private static final Map<String, List<String>> PARTS = Map.of(
            "self_attn.qkv_proj", List.of("self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj"),
            "mlp.gate_up_proj", List.of("mlp.gate_proj", "mlp.up_proj"));

    private JoinedWeights() {}

    /**
     * The weights of one layer in the order in which a step of generation takes them.
     *
     * @param parameters all of the model's; those that are joined are closed, and parts of the whole put into their places
     */
    static List<NDArray> of(DecoderConfig config, int layer, Map<String, NDArray> parameters) {
        String prefix = LayerNames.layer(config, layer);
        return LayerScript.stepNames(config).stream()
                .map(name -> parameters.containsKey(prefix + name)
                        ? parameters.get(prefix + name)
                        : join(prefix, name, parameters))
                .toList();
    }

    private static NDArray join(String prefix, String name, Map<String, NDArray> parameters) {
        int dot = name.lastIndexOf('.');
        List<String> parts = PARTS.get(name.substring(0, dot)).stream()
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
