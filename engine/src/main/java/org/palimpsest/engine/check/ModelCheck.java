package org.palimpsest.engine.check;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.palimpsest.engine.check.CheckReport.Part;
import org.palimpsest.engine.check.CheckReport.State;
import org.palimpsest.engine.check.CheckReport.Subject;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.model.ModelFolder;
import org.palimpsest.engine.model.ModelInspection;
import org.palimpsest.engine.tensor.AvailableMemory;
import org.palimpsest.engine.text.Tokenizer;

/**
 * Looks a model's folder through. Files and values are walked tensor by tensor in little memory, whatever the model's size; what takes the
 * whole model is done where it fits in the memory that is free, and is otherwise said to have been left out.
 */
public final class ModelCheck {
    /** Beside the weights: activations and logits of a short text, joined matrices while they are made, and the program itself. */
    private static final long BESIDE_WEIGHTS = 1L << 30;

    private final Path folder;
    private final Device device;
    private final Listener listener;
    private final LongSupplier freeMemory;
    private final List<Part> parts = new ArrayList<>();

    private ModelCheck(Path folder, Device device, Listener listener, LongSupplier freeMemory) {
        this.folder = folder;
        this.device = device;
        this.listener = listener;
        this.freeMemory = freeMemory;
    }

    /**
     * Checks a folder. What is wrong with it stands in the report; nothing of it is thrown.
     *
     * @param device where the forward pass is computed
     */
    public static CheckReport of(Path folder, Device device, Listener listener) {
        return of(folder, device, listener, AvailableMemory::bytes);
    }

    static CheckReport of(Path folder, Device device, Listener listener, LongSupplier freeMemory) {
        return new ModelCheck(folder, device, listener, freeMemory).report();
    }

    private CheckReport report() {
        boolean configured = configuration();
        boolean files = add(WeightFileCheck.of(folder, listener));
        Optional<ModelInspection> model = configured && files ? shapes() : Optional.empty();
        if (!configured || !files) {
            leaveOut(
                    Subject.SHAPES,
                    "the %s come first".formatted(configured ? "files" : "configuration and the files"));
        }
        boolean values = add(ValueCheck.of(folder, model.map(ModelInspection::tensors), listener));
        boolean sound = model.isPresent() && values;
        try (OpenTokenizer tokenizer = OpenTokenizer.of(folder)) {
            boolean fits =
                    add(TokenizerCheck.of(tokenizer, model.map(m -> m.config().vocabularySize()), listener));
            forward(model.filter(m -> sound), tokenizer.tokenizer().filter(t -> fits));
        }
        return new CheckReport(folder.toAbsolutePath().normalize().toString(), parts);
    }

    private boolean configuration() {
        try {
            String name = ModelFolder.config(folder).architecture().className();
            return add(new Part(Subject.CONFIGURATION, State.GOOD, name));
        } catch (IOException e) {
            return add(new Part(Subject.CONFIGURATION, State.WRONG, e.getMessage()));
        }
    }

    private Optional<ModelInspection> shapes() {
        try {
            ModelInspection model = ModelInspection.of(folder);
            String found = String.format(
                    Locale.ROOT,
                    "%d tensors as config.json asks, %,d parameters, stored as %s",
                    model.tensors().size(),
                    model.parameters(),
                    String.join(", ", model.elementTypes().stream().sorted().toList()));
            add(new Part(
                    Subject.SHAPES,
                    model.remarks().isEmpty() ? State.GOOD : State.NOTICE,
                    model.remarks().isEmpty() ? found : found + "; " + String.join("; ", model.remarks())));
            return Optional.of(model);
        } catch (IOException e) {
            add(new Part(Subject.SHAPES, State.WRONG, e.getMessage()));
            return Optional.empty();
        }
    }

    /** @param model empty if what was found before forbids it to be opened */
    private void forward(Optional<ModelInspection> model, Optional<Tokenizer> tokenizer) {
        Path expected = folder.resolve(ExpectedLogits.FILE);
        boolean compared = Files.exists(expected);
        if (model.isEmpty()) {
            leaveOut(Subject.TEXT, "a model in this state is not opened");
            leaveOut(Subject.EXPECTED, compared ? "a model in this state is not opened" : "there is no expected.json");
            return;
        }
        long needed = Float.BYTES * model.get().parameters() + BESIDE_WEIGHTS;
        long free = device.isGpu() ? Long.MAX_VALUE : freeMemory.getAsLong();
        if (needed > free) {
            String reason = String.format(
                    Locale.ROOT,
                    "the whole model takes %.1f GB of memory as float32, and %.1f GB are free; close other programs, or check it on a larger machine",
                    needed / 1e9,
                    free / 1e9);
            leaveOut(Subject.TEXT, reason);
            leaveOut(Subject.EXPECTED, compared ? reason : "there is no expected.json");
            return;
        }
        try (DecoderModel opened = ModelFolder.load(folder, device)) {
            tokenizer.ifPresentOrElse(
                    t -> add(KnownText.of(opened, t, listener)),
                    () -> leaveOut(Subject.TEXT, "a text needs the tokenizer that belongs to the model"));
            if (compared) {
                add(ExpectedLogits.compare(opened, expected, listener));
            } else {
                leaveOut(Subject.EXPECTED, "there is no expected.json");
            }
        } catch (IOException e) {
            add(new Part(Subject.TEXT, State.WRONG, e.getMessage()));
        }
    }

    private void leaveOut(Subject subject, String why) {
        add(new Part(subject, State.LEFT_OUT, why));
    }

    /** Whether what is built on this part may be looked at. */
    private boolean add(Part part) {
        parts.add(part);
        return part.state() != State.WRONG;
    }
}
