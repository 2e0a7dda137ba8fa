package org.palimpsest.engine.model;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.palimpsest.engine.tensor.Finiteness;
import org.palimpsest.engine.tensor.SafetensorsWriter;
import org.palimpsest.engine.tensor.Torch;

/** A Hugging Face folder: {@code config.json} with {@code model.safetensors}, or shards and their index. */
public final class ModelFolder {
    private ModelFolder() {}

    /** The shape of the model in a folder, without its weights. */
    public static DecoderConfig config(Path folder) throws ModelException {
        refuseOthers(folder);
        return ConfigReader.read(folder.resolve("config.json"));
    }

    /** As {@link #load(Path, Device, Consumer)}, where what is to be told of the folder has been told before. */
    public static DecoderModel load(Path folder, Device device) throws IOException {
        return load(folder, device, remark -> {});
    }

    /**
     * Loads a model as float32.
     *
     * @param told takes what a person should know of the folder, a sentence each: tensors that are left out, for one
     * @throws ModelException if the architecture is unknown, or a tensor is missing, of another shape than the configuration says, not
     *     of floating-point numbers, or holds values that are not finite
     * @throws IOException if a file is damaged or cannot be read
     */
    public static DecoderModel load(Path folder, Device device, Consumer<String> told) throws IOException {
        DecoderConfig config = config(folder);
        try (WeightFiles weights = WeightFiles.open(folder, config)) {
            for (String note : ConfigNotes.of(folder.resolve("config.json"))) {
                told.accept(folder + ": " + note);
            }
            for (String remark : weights.remarks()) {
                told.accept(folder + ": " + remark);
            }
            return load(weights.config(), weights, folder, device);
        }
    }

    /**
     * Loads a model of a folder's shape with the weights of another file, as float32.
     *
     * @throws ModelException as for a folder
     * @throws IOException if a file is damaged or cannot be read
     */
    public static DecoderModel load(Path folder, Path weights, Device device) throws IOException {
        DecoderConfig config = config(folder);
        try (WeightFiles file = WeightFiles.ofFile(weights, config)) {
            return load(file.config(), file, weights, device);
        }
    }

    private static DecoderModel load(DecoderConfig config, WeightFiles weights, Path from, Device device)
            throws IOException {
        NDManager home = Torch.newScope(device);
        try {
            Map<String, NDArray> parameters = new LinkedHashMap<>();
            NotFinite notFinite = new NotFinite();
            for (Map.Entry<String, WeightFiles.Place> entry : weights.places().entrySet()) {
                WeightFiles.Place place = entry.getValue();
                NDArray weight = place.file().read(home, place.name());
                notFinite.look(place.name(), Finiteness.of(weight));
                parameters.put(entry.getKey(), weight);
            }
            if (notFinite.any()) {
                throw new ModelException(
                        "%s: %s. A model with them answers nothing; fetch its files again, or take a state from before its training diverged"
                                .formatted(from, notFinite.words()));
            }
            return new DecoderModel(config, home, parameters);
        } catch (IOException | RuntimeException e) {
            home.close();
            throw e;
        }
    }

    /**
     * Writes a model as a folder that the Python reference library loads: weights, the source's configuration as it is true of them, the
     * source's tokenizer, chat templates and licence. The folder appears whole or not at all.
     *
     * @return names of files in the source that were not taken along, since they tell of it and not of this model
     * @throws ModelException if a weight is not finite
     * @throws IOException if the disk has no room for it, which is looked at first, or cannot be written; or a weight is too large for
     *     {@code precision}
     */
    public static List<String> export(
            DecoderModel model, Path source, Path folder, SafetensorsWriter.Precision precision) throws IOException {
        return new ModelExport(model, source, folder, precision).write();
    }

    /**
     * Returns if an export of a source's model has room on the disk.
     *
     * @throws IOException if it has not; the message says what is needed and what there is
     */
    public static void requireRoom(Path source, Path folder, SafetensorsWriter.Precision precision) throws IOException {
        ModelExport.requireRoom(folder, ModelInspection.parameters(config(source)), precision);
    }

    /**
     * Returns where a path may be a model's folder.
     *
     * @throws ModelException if it is something else, such as an adapter, a download cache or a GGUF file; the message says what, and
     *     what to do
     */
    public static void refuseOthers(Path path) throws ModelException {
        try {
            FolderKind.refuseOthers(path);
        } catch (ModelException e) {
            throw e;
        } catch (IOException e) {
            throw new ModelException("%s cannot be looked into: %s".formatted(path, e.getMessage()), e);
        }
    }
}
