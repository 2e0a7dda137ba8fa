package org.palimpsest.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.engine.event.Observation;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.model.ModelFolder;
import org.palimpsest.engine.tensor.SafetensorsWriter;
import org.palimpsest.engine.testdata.TinyWorkspace;
import org.palimpsest.engine.text.TokenizerException;

/** The models of one run read the same tokens, and what is missing for its numbers is said before its first step. */
class ModelsTogetherTest {
    private static final String TWO_STEPS =
            ", \"training\": {\"steps\": 2, \"batch\": 2, \"learningRate\": 0.01}, \"evaluation\": {\"benchmark\": \"tofu-likelihood\"}, \"probes\": [{\"id\": \"token-distribution\", \"every\": 1}], \"attacks\": [{\"id\": \"quantisation\", \"settings\": {\"group\": 8, \"nf4Block\": 8}}]";

    @TempDir
    Path scratch;

    private TinyWorkspace workspace;

    @BeforeEach
    void prepare() throws IOException {
        workspace = TinyWorkspace.in(scratch);
    }

    @Test
    void aReferenceWithAnotherTokenizerIsRefusedByItsFirstDifference() throws IOException {
        Path file = scratch.resolve("reference/tokenizer.json");
        Files.writeString(file, Files.readString(file).replace("\"!\": 36, \"\\\"\": 37", "\"!\": 37, \"\\\"\": 36"));
        assertThatThrownBy(this::run)
                .isInstanceOf(TokenizerException.class)
                .hasMessageContaining(
                        "do not share a tokenizer: token id 36 is \"!\" in the first and \"\"\" in the second");
    }

    @Test
    void theTargetItselfIsNoReference() throws IOException {
        Path recipe = workspace.recipe("itself", "npo", TWO_STEPS);
        Files.writeString(
                recipe, Files.readString(recipe).replace("\"reference\": \"reference\"", "\"reference\": \"target\""));
        assertThatThrownBy(() -> run(recipe))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("compare a model with itself");
    }

    @Test
    void aCopyOfTheTargetIsNoReferenceEither() throws IOException {
        Files.copy(
                scratch.resolve("target/model.safetensors"),
                scratch.resolve("reference/model.safetensors"),
                StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(this::run)
                .isInstanceOf(RunException.class)
                .hasMessageContaining("compare a model with itself");
    }

    @Test
    void norIsTheTargetInOtherFiles() throws IOException {
        Path written = scratch.resolve("written");
        try (DecoderModel target = ModelFolder.load(scratch.resolve("target"), Device.cpu())) {
            Map<String, NDArray> backwards = new LinkedHashMap<>();
            List<String> names = new ArrayList<>(target.parameters().keySet());
            Collections.reverse(names);
            names.forEach(name -> backwards.put(name, target.parameters().get(name)));
            SafetensorsWriter.write(written, backwards, SafetensorsWriter.Precision.FLOAT32);
        }
        Files.move(written, scratch.resolve("reference/model.safetensors"), StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(this::run)
                .isInstanceOf(RunException.class)
                .hasMessageContaining("compare a model with itself");
    }

    @Test
    void aBaseWithAnotherTokenizerIsRefusedToo() throws Exception {
        Path base = copied("base");
        Path file = base.resolve("tokenizer.json");
        Files.writeString(file, Files.readString(file).replace("\"#\": 38, \"$\": 39", "\"#\": 39, \"$\": 38"));
        assertThatThrownBy(() -> retrain(base)).hasMessageContaining("token id 38 is");
    }

    @Test
    void aBaseWithMoreRowsThanTheTargetIsRefused() throws Exception {
        Path base = copied("base");
        widen(base, 264);
        assertThatThrownBy(() -> retrain(base))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("another shape or vocabulary");
    }

    @Test
    void aReferenceWithMoreRowsIsComparedOverTheCommonOnesAndTheLogSaysSo() throws Exception {
        widen(scratch.resolve("reference"), 264);
        List<RunEvent> events = run();
        assertThat(warnings(events)).anyMatch(warning -> warning.contains("264") && warning.contains("in common"));
        assertThat(events)
                .filteredOn(RunEvent.Observed.class::isInstance)
                .flatExtracting(event -> ((RunEvent.Observed) event).observations())
                .allSatisfy(seen -> {
                    Observation.Tokens tokens = (Observation.Tokens) seen;
                    assertThat(tokens.klToReference()).isFinite();
                    assertThat(tokens.top()).allMatch(share -> share.id() < 259);
                });
    }

    @Test
    void anIdBeyondTheVocabularyIsRefusedBeforeTheDataIsRead() throws IOException {
        Path file = scratch.resolve("target/config.json");
        Files.writeString(file, Files.readString(file).replace("\"bos_token_id\": 1", "\"bos_token_id\": 99999"));
        Files.delete(scratch.resolve("forget.jsonl"));
        assertThatThrownBy(this::run).hasMessageContaining("\"bos_token_id\" is 99999");
    }

    @Test
    void aTargetWithoutAnEndTokenIsWarnedOf() throws Exception {
        for (String folder : List.of("target", "reference")) {
            Path file = scratch.resolve(folder).resolve("config.json");
            Files.writeString(file, Files.readString(file).replace("\"eos_token_id\": 2,", ""));
            Files.writeString(scratch.resolve(folder).resolve("tokenizer_config.json"), "{\"bos_token\": \"<|bos|>\"}");
        }
        assertThat(warnings(run())).anyMatch(warning -> warning.contains("names no token that ends a text"));
    }

    @Test
    void metricsThatWillHaveNoValueAreNamedBeforeTheFirstStep() throws Exception {
        Path file = scratch.resolve("forget.jsonl");
        Files.writeString(file, Files.readString(file).replaceAll(", \"perturbed_answer\": \\[.*?]", ""));
        List<RunEvent> events = run();
        int first = events.indexOf(events.stream()
                .filter(RunEvent.StepDone.class::isInstance)
                .findFirst()
                .orElseThrow());
        assertThat(warnings(events.subList(0, first)))
                .contains(
                        "evaluation: the forget questions have no wrong answers (perturbed_answer), so there will be no Forget quality and no Truth ratio",
                        "evaluation: there are no real authors questions, so there will be no Model utility",
                        "evaluation: there are no world facts questions, so there will be no Model utility");
    }

    private List<RunEvent> run() throws IOException, InterruptedException {
        return run(workspace.recipe("together", "npo", TWO_STEPS));
    }

    private List<RunEvent> retrain(Path base) throws IOException, InterruptedException {
        Path recipe = workspace.recipe("again", "retrain", TWO_STEPS);
        Files.writeString(
                recipe,
                Files.readString(recipe)
                        .replace(
                                "\"target\": \"target\"",
                                "\"target\": \"target\", \"base\": \"" + base.getFileName() + "\""));
        return run(recipe);
    }

    private List<RunEvent> run(Path recipe) throws IOException, InterruptedException {
        List<RunEvent> events = new ArrayList<>();
        RunFolder folder = RunFolder.create(scratch.resolve("runs").resolve("one"));
        try (Run run = Run.start(workspace.read(recipe), folder, new RunControl(), events::add)) {
            run.proceed();
        }
        return events;
    }

    private static List<String> warnings(List<RunEvent> events) {
        return events.stream()
                .filter(RunEvent.Warned.class::isInstance)
                .map(event -> ((RunEvent.Warned) event).message())
                .toList();
    }

    private Path copied(String name) throws IOException {
        Path folder = Files.createDirectory(scratch.resolve(name));
        for (String file : List.of("config.json", "tokenizer.json", "tokenizer_config.json", "model.safetensors")) {
            Files.copy(scratch.resolve("target").resolve(file), folder.resolve(file));
        }
        return folder;
    }

    /** Gives a model rows that its tokenizer has no tokens for. */
    private static void widen(Path folder, int rows) throws IOException {
        Path config = folder.resolve("config.json");
        Files.writeString(config, Files.readString(config).replace("\"vocab_size\": 259", "\"vocab_size\": " + rows));
        try (DecoderModel model = DecoderModel.fresh(ModelFolder.config(folder), Device.cpu(), new Random(9))) {
            SafetensorsWriter.write(
                    folder.resolve("model.safetensors"), model.parameters(), SafetensorsWriter.Precision.FLOAT32);
        }
    }
}
