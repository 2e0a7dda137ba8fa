package org.palimpsest.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.palimpsest.sample.models.SampleModel;

/**
 * The shipped data sets and models as files in a folder, for programs that want paths.
 *
 * @param root {@code texts} and {@code models} lie in it
 */
public record SampleWorkspace(Path root) {

    /** Every data set, and what explains them. */
    static final List<String> TEXTS = List.of(
            "README.md",
            "full.jsonl",
            "full_perturbed.jsonl",
            "forget05.jsonl",
            "forget05_perturbed.jsonl",
            "forget10.jsonl",
            "forget10_perturbed.jsonl",
            "retain95.jsonl",
            "retain90.jsonl",
            "retain_perturbed.jsonl",
            "holdout.jsonl",
            "holdout_perturbed.jsonl",
            "base.jsonl",
            "real_authors_perturbed.jsonl",
            "world_facts.jsonl",
            "world_facts_perturbed.jsonl",
            "idontknow.txt");

    /** Every file of a model. */
    static final List<String> MODEL_FILES = List.of(
            "config.json", "generation_config.json", "model.safetensors", "tokenizer.json", "tokenizer_config.json");

    /**
     * Puts every shipped file below a folder. A file that lies there with the same content is left alone, one with other
     * content is replaced, what else lies there stays.
     *
     * @param root made if absent
     * @throws IOException if it cannot be written
     */
    public static SampleWorkspace unpack(Path root) throws IOException {
        SampleWorkspace workspace = new SampleWorkspace(root.toAbsolutePath().normalize());
        workspace.unpackTexts();
        workspace.unpackModels();
        return workspace;
    }

    private void unpackTexts() throws IOException {
        for (String name : TEXTS) {
            new ResourceFile("fictional-authors/" + name).putAt(texts().resolve(name));
        }
    }

    private void unpackModels() throws IOException {
        for (SampleModel model : SampleModel.values()) {
            for (String name : MODEL_FILES) {
                shipped(model, name).putAt(model(model).resolve(name));
            }
        }
    }

    static ResourceFile shipped(SampleModel model, String name) {
        return new ResourceFile("models/" + model.folder() + "/" + name);
    }

    /** Folder of the data sets. */
    public Path texts() {
        return root.resolve("texts");
    }

    /** Folder of the models' folders. */
    public Path models() {
        return root.resolve("models");
    }

    /** A data set by its name, such as {@code forget10_perturbed}; the refusals are {@code idontknow}. */
    public Path text(String name) {
        return texts().resolve(name + (name.equals("idontknow") ? ".txt" : ".jsonl"));
    }

    /** A model's folder. */
    public Path model(SampleModel model) {
        return models().resolve(model.folder());
    }

    /** Folder of the model that knows everything. */
    public Path target() {
        return model(SampleModel.TARGET);
    }

    /** Folder of the model that never met what is to be forgotten. */
    public Path reference() {
        return model(SampleModel.REFERENCE);
    }

    /** Folder of the model both were trained from. */
    public Path base() {
        return model(SampleModel.BASE);
    }
}
