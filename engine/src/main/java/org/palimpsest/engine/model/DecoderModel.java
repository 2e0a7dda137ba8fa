package org.palimpsest.engine.model;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.palimpsest.engine.tensor.Contents;
import org.palimpsest.engine.tensor.Torch;
import org.palimpsest.engine.tensor.TorchFunction;

/** A decoder language model: its shape, its weights in float32 on one device, and the forward pass. Close it to free the weights. */
public final class DecoderModel implements AutoCloseable {
    private static final TorchFunction WIDENED_HEAD = OuterScript.whole("widened-head", Map.of());

    private final DecoderConfig config;
    private final NDManager home;
    private final Map<String, NDArray> parameters;
    private final DecoderFunctions functions;
    private final List<List<NDArray>> layerWeights = new ArrayList<>();
    private final List<List<NDArray>> stepWeights = new ArrayList<>();

    /** @param parameters all of {@link Weights#expected}, owned by {@code home}; some are closed and taken over into larger arrays */
    DecoderModel(DecoderConfig config, NDManager home, Map<String, NDArray> parameters) {
        this(config, home, parameters, Products.of(home.getDevice()));
    }

    DecoderModel(DecoderConfig config, NDManager home, Map<String, NDArray> parameters, Products products) {
        this.config = config;
        this.home = home;
        Map<String, NDArray> own = new LinkedHashMap<>(parameters);
        this.parameters = Collections.unmodifiableMap(own);
        this.functions = DecoderFunctions.of(config, products);
        List<String> names = LayerScript.names(config);
        for (int layer = 0; layer < config.layers(); layer++) {
            stepWeights.add(JoinedWeights.of(config, layer, own));
            String prefix = LayerNames.layer(config, layer);
            layerWeights.add(names.stream().map(name -> own.get(prefix + name)).toList());
        }
    }

    /** A model with fresh weights: matrices normal with standard deviation 0.02, norms 1, biases 0. */
    public static DecoderModel fresh(DecoderConfig config, Device device, RandomGenerator random) {
        NDManager home = Torch.newScope(device);
        return new DecoderModel(config, home, Weights.fresh(config, home, random));
    }

    /** A model with the same weights in memory of its own, on the same device. */
    public DecoderModel copy() {
        NDManager copyHome = Torch.newScope(device());
        Map<String, NDArray> copies = new LinkedHashMap<>();
        parameters.forEach((name, array) -> {
            NDArray copy = array.duplicate();
            copy.attach(copyHome);
            copies.put(name, copy);
        });
        return new DecoderModel(config, copyHome, copies);
    }

    public DecoderConfig config() {
        return config;
    }

    public Device device() {
        return home.getDevice();
    }

    /** The weights by their checkpoint names, in a fixed order; tied embeddings stand once. */
    public Map<String, NDArray> parameters() {
        return parameters;
    }

    public long parameterCount() {
        return parameters.values().stream().mapToLong(NDArray::size).sum();
    }

    /** Whether the other has weights of the same names and shapes, so that the two can be compared or exchanged weight by weight. */
    public boolean hasShapeOf(DecoderModel other) {
        return parameters.keySet().equals(other.parameters.keySet())
                && parameters.entrySet().stream().allMatch(own -> own.getValue()
                        .getShape()
                        .equals(other.parameters.get(own.getKey()).getShape()));
    }

    /** Whether the other has the very same weights, whatever files they were read from. */
    public boolean hasWeightsOf(DecoderModel other) {
        return hasShapeOf(other)
                && parameters.entrySet().stream()
                        .allMatch(own -> own.getValue().contentEquals(other.parameters.get(own.getKey())));
    }

    /** Whether gradients of all weights are wanted. */
    public void setTrainable(boolean trainable) {
        parameters.values().forEach(array -> array.setRequiresGradient(trainable));
    }

    /** Overwrites the weights with those of a model of the same shape. */
    public void copyFrom(Map<String, NDArray> weights) {
        parameters.forEach((name, array) -> Contents.copy(weights.get(name), array));
    }

    /** Name of the down projection of a layer, whose columns are the value vectors of ConceptVectors. */
    public String downProjection(int layer) {
        return LayerNames.layer(config, layer) + LayerNames.feedForwardOut(config) + ".weight";
    }

    /** Whether the matrices of the layers are stored [in, out], value vectors as rows, and not [out, in]. */
    public boolean matricesTransposed() {
        return config.architecture().transposed();
    }

    /**
     * The output embedding E, [vocabulary, hidden], by which logits are products with hidden states. It is a weight of the model, or
     * belongs to {@code scope} where the model's table is of another width and a projection stands before it.
     */
    public NDArray outputEmbedding(NDManager scope) {
        return config.dimensions().projected()
                ? WIDENED_HEAD
                        .call(scope, headTable(), parameters.get(LayerNames.projectOut()))
                        .get(0)
                : headTable();
    }

    private NDArray headTable() {
        String name = config.tiedEmbeddings() ? LayerNames.embedding(config) : LayerNames.head(config) + ".weight";
        return parameters.get(name);
    }

    public ModelPart partOf(String parameter) {
        return ModelPart.of(config, parameter);
    }

    /** Layer that a weight belongs to, or -1 for embeddings, final norm and head. */
    public int layerOf(String parameter) {
        return IntStream.range(0, config.layers())
                .filter(layer -> parameter.startsWith(LayerNames.layer(config, layer)))
                .findFirst()
                .orElse(-1);
    }

    /**
     * Hidden states behind the final norm. Padding on the right may be looked at by padding only, so the states of true
     * positions do not depend on it.
     *
     * @return [batch, time, hidden], belonging to {@code scope}
     */
    public NDArray hidden(NDManager scope, TokenBatch batch, Taps taps) {
        return hidden(scope, batch, taps, false);
    }

    /**
     * As {@link #hidden(NDManager, TokenBatch, Taps)}; with {@code hidePadding} positions on the padding do not look at padding
     * either, which gives them the states that the reference library gives them.
     */
    public NDArray hidden(NDManager scope, TokenBatch batch, Taps taps, boolean hidePadding) {
        requireContext(batch.time());
        int time = batch.time();
        int[][] positions = {IntStream.range(0, time).toArray()};
        List<RotaryTable> rotary = rotary(scope, positions[0], batch.lengths());
        boolean mask = (hidePadding && batch.padded()) || config.attention().softcap() > 0 || windowed(time);
        Map<Integer, NDArray> masks = new HashMap<>();
        int[] none = new int[batch.size()];
        int[] ends = hidePadding
                ? batch.lengths()
                : IntStream.generate(() -> time).limit(batch.size()).toArray();
        NDArray x = embed(scope, scope.create(batch.flat(), new Shape(batch.size(), time)), positions);
        for (int layer = 0; layer < config.layers(); layer++) {
            NDList out;
            LayerForm form = config.layer(layer);
            RotaryTable turn = rotary.get(form.rotation() + 1);
            if (mask) {
                NDArray layerMask = masks.computeIfAbsent(
                        form.window(), window -> AttentionMask.of(scope, none, ends, time, time, window));
                out = functions
                        .masked(layer)
                        .call(scope, x, layerWeights.get(layer), turn.cos(), turn.sin(), layerMask);
            } else {
                out = functions.causal(layer).call(scope, x, layerWeights.get(layer), turn.cos(), turn.sin());
            }
            x = kept(out, taps, layer);
            out.get(3).close();
            out.get(4).close();
        }
        return finalNorm(scope, x);
    }

    /**
     * Hidden states of further positions, with what came before in the cache; padding is on the left.
     *
     * @param ids [batch][new positions]: any number of positions while the cache is empty, then one
     * @param firstKey for each row the number of padding positions on its left
     * @return [batch, new positions, hidden]
     */
    NDArray extend(NDManager scope, int[][] ids, int[] firstKey, int seen, KeyValueCache cache) {
        int time = ids[0].length;
        int keys = seen + time;
        requireContext(keys - Arrays.stream(firstKey).min().orElse(0));
        int[][] positions = new int[ids.length][time];
        for (int b = 0; b < ids.length; b++) {
            for (int t = 0; t < time; t++) {
                positions[b][t] = Math.max(0, seen + t - firstKey[b]);
            }
        }
        int[] lengths = Arrays.stream(firstKey).map(padding -> keys - padding).toArray();
        List<RotaryTable> rotary = rotary(scope, positions, lengths);
        Map<Integer, NDArray> masks = new HashMap<>();
        int[] ends = new int[ids.length];
        Arrays.fill(ends, keys);
        long[] flat =
                Arrays.stream(ids).flatMapToInt(Arrays::stream).asLongStream().toArray();
        NDArray x = embed(scope, scope.create(flat, new Shape(ids.length, time)), positions);
        boolean first = cache.isEmpty();
        cache.reserve(scope, keys);
        List<NDArray> rows = first ? List.of() : functions.cachedRows.call(scope, cache.values(0), keys);
        for (int layer = 0; layer < config.layers(); layer++) {
            LayerForm form = config.layer(layer);
            RotaryTable turn = rotary.get(form.rotation() + 1);
            NDArray mask = masks.computeIfAbsent(
                    form.window(), window -> AttentionMask.of(scope, firstKey, ends, time, keys, window));
            NDList out = first
                    ? functions.masked(layer).call(scope, x, layerWeights.get(layer), turn.cos(), turn.sin(), mask)
                    : functions
                            .cached(layer)
                            .call(
                                    scope,
                                    x,
                                    stepWeights.get(layer),
                                    turn.cos(),
                                    turn.sin(),
                                    mask,
                                    cache.keys(layer),
                                    cache.values(layer),
                                    rows);
            x = kept(out, Taps.none(), layer);
            if (first) {
                cache.begin(out.get(3), out.get(4));
            } else {
                out.get(3).close();
                out.get(4).close();
            }
        }
        return finalNorm(scope, x);
    }

    /**
     * Next-token logits [..., vocabulary] of hidden states [..., hidden]. Where oneDNN computes them and no gradients are wanted, a row's do not depend on
     * how many rows are beside it.
     */
    public NDArray logits(NDManager scope, NDArray hidden) {
        return head(functions.logits, scope, hidden);
    }

    /** As {@link #logits}, but quickest for the few rows of one step of generation; no gradients. */
    public NDArray stepLogits(NDManager scope, NDArray hidden) {
        return head(functions.stepLogits, scope, hidden);
    }

    private NDArray head(TorchFunction function, NDManager scope, NDArray hidden) {
        List<Object> arguments = new ArrayList<>(List.of(hidden, headTable()));
        if (config.architecture().headBias()) {
            arguments.add(parameters.get(LayerNames.head(config) + ".bias"));
        }
        if (config.dimensions().projected()) {
            arguments.add(parameters.get(LayerNames.projectOut()));
        }
        return function.call(scope, arguments.toArray()).get(0);
    }

    private NDArray embed(NDManager scope, NDArray ids, int[][] positions) {
        List<Object> arguments = new ArrayList<>(List.of(ids, parameters.get(LayerNames.embedding(config))));
        if (config.dimensions().projected()) {
            arguments.add(parameters.get(LayerNames.projectIn()));
        }
        if (config.learnedPositions()) {
            int offset = config.architecture().positionOffset();
            long[] flat = Arrays.stream(positions)
                    .flatMapToInt(Arrays::stream)
                    .mapToLong(position -> position + offset)
                    .toArray();
            arguments.add(scope.create(flat, new Shape(positions.length, positions[0].length)));
            arguments.add(parameters.get(LayerNames.positions(config)));
        }
        return functions.embed.call(scope, arguments.toArray()).get(0);
    }

    private NDArray finalNorm(NDManager scope, NDArray x) {
        if (!config.block().finalNorm()) {
            return x;
        }
        String name = LayerNames.finalNorm(config);
        List<NDArray> weights = Weights.finalNormParts(config).stream()
                .map(part -> parameters.get(name + part))
                .toList();
        return (weights.isEmpty() ? functions.finalNorm.call(scope, x) : functions.finalNorm.call(scope, x, weights))
                .get(0);
    }

    /** Whether positions are turned by other angles in longer sequences. */
    boolean turnsByLength() {
        return config.ropes().stream().anyMatch(rope -> rope.longer() != null);
    }

    /** Whether keys that were kept of sequences of one length are turned by other angles in sequences of another. */
    boolean turnsChange(int from, int to) {
        return config.ropes().stream().anyMatch(rope -> rope.changes(from, to));
    }

    /** The tables of nothing and of each rotation, for rows of which each has the positions 0, 1, ... and a length of its own. */
    private List<RotaryTable> rotary(NDManager scope, int[] positions, int[] lengths) {
        int shortest = Arrays.stream(lengths).min().orElseThrow();
        int longest = Arrays.stream(lengths).max().orElseThrow();
        int[][] rows = new int[turnsChange(shortest, longest) ? lengths.length : 1][];
        Arrays.fill(rows, positions);
        return rotary(scope, rows, rows.length == 1 ? new int[] {longest} : lengths);
    }

    private List<RotaryTable> rotary(NDManager scope, int[][] positions, int[] lengths) {
        List<RotaryTable> tables = new ArrayList<>();
        tables.add(RotaryTable.none(scope));
        config.ropes().forEach(rope -> tables.add(RotaryTable.of(scope, rope, positions, lengths)));
        return tables;
    }

    private static NDArray kept(NDList out, Taps taps, int layer) {
        taps.offer(Taps.Place.LAYER_OUTPUT, layer, out.get(0));
        closedUnlessWanted(taps, Taps.Place.MLP_INPUT, layer, out.get(1));
        closedUnlessWanted(taps, Taps.Place.MLP_OUTPUT, layer, out.get(2));
        closedUnlessWanted(taps, Taps.Place.MLP_INNER, layer, out.get(5));
        return out.get(0);
    }

    private static void closedUnlessWanted(Taps taps, Taps.Place place, int layer, NDArray value) {
        if (!taps.offer(place, layer, value)) {
            value.close();
        }
    }

    private boolean windowed(int time) {
        return config.slidingWindows().stream().anyMatch(window -> window > 0 && window < time);
    }

    private void requireContext(int time) {
        if (time > config.contextLength()) {
            throw new IllegalArgumentException("a sequence of %d tokens does not fit the model's context of %d"
                    .formatted(time, config.contextLength()));
        }
    }

    @Override
    public void close() {
        home.close();
    }
}
