package org.palimpsest.engine.model;

import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.palimpsest.engine.tensor.SafetensorsException;
import org.palimpsest.engine.tensor.SafetensorsFile;

/** The open weight files of a model: where each tensor lies that it needs, and what else is there. Their heads are read, no weight. */
final class WeightFiles implements AutoCloseable {
    static final String SINGLE = "model.safetensors";
    static final String INDEX = ShardIndex.NAME;

    /**
     * Where a tensor lies.
     *
     * @param name the one it has in the file
     */
    record Place(SafetensorsFile file, String name) {}

    private DecoderConfig config;
    private final Map<Path, SafetensorsFile> files = new LinkedHashMap<>();
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final List<String> remarks = new ArrayList<>();
    /** A head that lies beside embeddings which are said to be tied to it. */
    private Place head;

    private WeightFiles(DecoderConfig config) {
        this.config = config;
    }

    /**
     * Opens the weights of a folder.
     *
     * @throws ModelException if a tensor that the configuration asks for is missing, of another shape, or not of floating-point numbers
     * @throws IOException if a file is damaged or cannot be read
     */
    static WeightFiles open(Path folder, DecoderConfig config) throws IOException {
        Path single = folder.resolve(SINGLE);
        WeightFiles weights = new WeightFiles(config);
        return weights.opened(
                Files.isRegularFile(single)
                        ? () -> weights.takeFileOf(folder, single)
                        : () -> weights.takeShards(folder, folder.resolve(INDEX)));
    }

    /** As {@link #open}, for weights that lie in one file of any name. */
    static WeightFiles ofFile(Path file, DecoderConfig config) throws IOException {
        WeightFiles weights = new WeightFiles(config);
        return weights.opened(() -> weights.takeFile(file));
    }

    private interface Taking {
        void run() throws IOException;
    }

    private WeightFiles opened(Taking taking) throws IOException {
        try {
            taking.run();
            requireFit();
            resolveHead();
            return this;
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** The shape of the model, whose head is one of its own where the files have another beside embeddings that are said to be tied. */
    DecoderConfig config() {
        return config;
    }

    /** For each tensor of {@link Weights#expected}, in that order, where it lies. */
    Map<String, Place> places() {
        return Collections.unmodifiableMap(places);
    }

    /** All files that are open, those included in which only tensors lie that the model does not need. */
    Collection<SafetensorsFile> files() {
        return Collections.unmodifiableCollection(files.values());
    }

    /** Bytes of all files. */
    long bytes() throws IOException {
        long bytes = 0;
        for (Path file : files.keySet()) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    /**
     * What a person should know of the files, a sentence each: tensors that the model has no use for, tensors that lie in two files, and
     * bytes that no tensor lies in.
     */
    List<String> remarks() throws IOException {
        List<String> all = new ArrayList<>(remarks);
        Map<String, SafetensorsFile> used = new HashMap<>();
        Set<String> rounded = new TreeSet<>();
        for (Place place : places.values()) {
            used.put(place.name(), place.file());
            if (place.file().elementType(place.name()).equals("F64")) {
                rounded.add(place.name());
            }
        }
        if (!rounded.isEmpty()) {
            all.add("%d tensor%s rounded to float32, first \"%s\""
                    .formatted(
                            rounded.size(),
                            rounded.size() == 1 ? " stored as F64 is" : "s stored as F64 are",
                            rounded.iterator().next()));
        }
        Map<String, Shape> others = new TreeMap<>();
        for (SafetensorsFile file : files.values()) {
            for (String name : file.names()) {
                if (!used.containsKey(name)) {
                    others.put(name, file.shape(name));
                } else if (used.get(name) != file) {
                    all.add("tensor \"%s\" lies in %s too; the one in %s is taken, as %s says"
                            .formatted(
                                    name,
                                    file.path().getFileName(),
                                    used.get(name).path().getFileName(),
                                    INDEX));
                }
            }
            if (file.unclaimedBytes() > 0) {
                all.add("%s: %d bytes belong to no tensor; the Python library refuses such a file"
                        .formatted(file.path().getFileName(), file.unclaimedBytes()));
            }
        }
        all.addAll(UnexpectedTensors.remarks(others, config));
        return all;
    }

    private SafetensorsFile file(Path path) throws IOException {
        if (!files.containsKey(path)) {
            files.put(path, SafetensorsFile.open(path));
        }
        return files.get(path);
    }

    /** An index beside the file is another set of weights, or what is left of one. */
    private void takeFileOf(Path folder, Path single) throws IOException {
        Path index = folder.resolve(INDEX);
        if (Files.isRegularFile(index)) {
            Set<String> others = new TreeSet<>(ShardIndex.read(index).values());
            others.remove(SINGLE);
            List<String> there = others.stream()
                    .filter(shard -> Files.isRegularFile(folder.resolve(shard)))
                    .toList();
            if (!there.isEmpty()) {
                throw new ModelException(
                        "%s holds two sets of weights: %s, and %d file%s that %s names (%s%s). Move away what is not meant: %s if it is the single file, the index if it is the shards (of the two, the Python library would take the single file)"
                                .formatted(
                                        folder,
                                        SINGLE,
                                        there.size(),
                                        there.size() == 1 ? "" : "s",
                                        INDEX,
                                        there.get(0),
                                        there.size() == 1 ? "" : ", …",
                                        SINGLE));
            }
            if (!others.isEmpty()) {
                remarks.add("%s names %s, which is not there; %s is read instead of it"
                        .formatted(INDEX, others.iterator().next(), SINGLE));
            }
        }
        takeFile(single);
    }

    private void takeFile(Path path) throws IOException {
        SafetensorsFile file = file(path);
        Set<String> missing = new TreeSet<>();
        StoredNames names = StoredNames.of(wanted(), file.names(), config);
        for (String name : Weights.expected(config).keySet()) {
            places.put(name, new Place(file, stored(names, name)));
            if (!file.names().contains(stored(names, name))) {
                missing.add(name);
            }
        }
        if (tiedHeadBeside(names)) {
            head = new Place(file, names.of(headName()));
        }
        if (!missing.isEmpty()) {
            throw new ModelException("%s lacks %d of the %d tensors that its configuration asks for, first \"%s\"; %s"
                    .formatted(
                            path,
                            missing.size(),
                            places.size(),
                            missing.iterator().next(),
                            whyMissing(file.names(), "the file and config.json do not belong together")));
        }
    }

    private static String whyMissing(Set<String> names, String otherwise) {
        if (names.stream().anyMatch(name -> name.contains(".base_layer."))) {
            return "a LoRA adapter was saved into it without being merged; merge it (merge_and_unload) and save the model again";
        }
        return Quantised.byNames(names).orElse(otherwise);
    }

    private void takeShards(Path folder, Path index) throws IOException {
        if (!Files.isRegularFile(index)) {
            throw new ModelException(FolderKind.withoutWeights(folder));
        }
        Map<String, String> shards = ShardIndex.read(index);
        StoredNames names = StoredNames.of(wanted(), shards.keySet(), config);
        for (String name : Weights.expected(config).keySet()) {
            String stored = stored(names, name);
            String shard = shards.get(stored);
            if (shard == null) {
                throw new ModelException("%s does not say where tensor \"%s\" is; %s"
                        .formatted(
                                index,
                                name,
                                whyMissing(shards.keySet(), "the index and config.json do not belong together")));
            }
            places.put(name, new Place(file(shard(folder, index, name, shard)), stored));
        }
        if (tiedHeadBeside(names)) {
            String stored = names.of(headName());
            head = new Place(file(shard(folder, index, headName(), shards.get(stored))), stored);
        }
        for (String shard : new TreeSet<>(shards.values())) {
            Path path = folder.resolve(shard);
            if (inside(folder, path) && Files.isRegularFile(path)) {
                takeUnneeded(path);
            }
        }
    }

    /** Where embeddings are tied, the head that files have beside them is looked for too. */
    private Set<String> wanted() {
        return Weights.expected(config.untied()).keySet();
    }

    private String headName() {
        return LayerNames.head(config) + ".weight";
    }

    private boolean tiedHeadBeside(StoredNames names) {
        return config.tiedEmbeddings() && names.has(headName()) && names.has(LayerNames.embedding(config));
    }

    /** What a tensor is called in the files; a token table that is tied to a head may lie there as the head alone. */
    private String stored(StoredNames names, String name) {
        boolean headAlone = config.tiedEmbeddings()
                && name.equals(LayerNames.embedding(config))
                && !names.has(name)
                && names.has(headName());
        return names.of(headAlone ? headName() : name);
    }

    /** A head that is not equal to embeddings that it is said to be tied to is used as it is, as in the reference library. */
    private void resolveHead() throws IOException {
        if (head == null) {
            return;
        }
        Place table = places.get(LayerNames.embedding(config));
        if (!table.file().sameBytes(table.name(), head.file(), head.name())) {
            remarks.add(
                    "config.json says that the head is the token table (\"tie_word_embeddings\"), but \"%s\" and \"%s\" differ; each is used as it is stored"
                            .formatted(head.name(), table.name()));
            config = config.untied();
            Map<String, Place> found = new LinkedHashMap<>(places);
            found.put(headName(), head);
            places.clear();
            Weights.expected(config).keySet().forEach(name -> places.put(name, found.get(name)));
            requireFit();
        }
    }

    private void takeUnneeded(Path path) throws IOException {
        try {
            file(path);
        } catch (SafetensorsException e) {
            remarks.add(e.getMessage() + "; the model needs nothing of it");
        }
    }

    private static Path shard(Path folder, Path index, String name, String shard) throws IOException {
        Path path = folder.resolve(shard);
        if (!inside(folder, path)) {
            throw new ModelException(
                    "%s says tensor \"%s\" is in %s, which is outside the model folder; only files in it are opened"
                            .formatted(index, name, shard));
        }
        FolderKind.refuseDanglingLink(path);
        if (!Files.isRegularFile(path)) {
            throw new ModelException("%s says tensor \"%s\" is in %s, but that file is missing%s"
                    .formatted(index, name, shard, FolderKind.elsewhere(folder, path)));
        }
        return path;
    }

    private static boolean inside(Path folder, Path path) {
        Path whole = folder.toAbsolutePath().normalize();
        Path there = path.toAbsolutePath().normalize();
        return there.startsWith(whole) && !there.equals(whole);
    }

    private void requireFit() throws IOException {
        for (Map.Entry<String, Shape> entry : Weights.expected(config).entrySet()) {
            Place place = places.get(entry.getKey());
            requireFloating(place);
            Shape found = place.file().shape(place.name());
            if (!found.equals(entry.getValue())) {
                throw new ModelException("%s: tensor \"%s\" has shape %s, but config.json asks for %s"
                        .formatted(place.file().path(), place.name(), found, entry.getValue()));
            }
        }
    }

    private static void requireFloating(Place place) throws IOException {
        if (!place.file().floating(place.name())) {
            String type = place.file().elementType(place.name());
            throw new ModelException(
                    "%s: tensor \"%s\" is a weight, but is stored as %s; weights are read from F32, F16, BF16 and F64, and %s"
                            .formatted(
                                    place.file().path(),
                                    place.name(),
                                    type,
                                    Quantised.byType(type, place.file().names())));
        }
    }

    @Override
    public void close() throws IOException {
        for (SafetensorsFile file : files.values()) {
            file.close();
        }
    }
}
