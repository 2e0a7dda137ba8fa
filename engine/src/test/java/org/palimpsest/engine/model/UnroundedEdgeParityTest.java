package org.palimpsest.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.palimpsest.engine.testdata.NeedsSharedData;
import org.palimpsest.engine.testdata.SharedData;

/** As {@link EdgeParityTest}, with all digits of the weights, which are rounded in the repository for their size. */
@NeedsSharedData("hf-edges")
class UnroundedEdgeParityTest {
    private static final String CUT_CACHE = "llama-foreign-window";

    private final EdgeParityTest same = new EdgeParityTest();

    @Test
    void logitsAndGreedyContinuationsAgree() throws IOException {
        List<Path> folders;
        try (Stream<Path> all = Files.list(SharedData.folder("hf-edges"))) {
            folders = all.filter(Files::isDirectory).sorted().toList();
        }
        assertThat(folders).hasSize(28);
        for (Path folder : folders) {
            same.logitsAgree(folder);
            if (folder.endsWith(CUT_CACHE)) {
                followsItsLogits(folder);
            } else {
                same.greedyContinuationAgrees(folder);
            }
        }
    }

    /**
     * The library's cache obeys a window that its attention does not know, so that what it generates with a cache is not what its own
     * logits say. Without a cache (transformers 5.17, {@code use_cache=False}) it generates these ids.
     */
    private static void followsItsLogits(Path folder) throws IOException {
        int[] prompt = {83, 15, 64, 81, 86, 11, 44, 70};
        try (DecoderModel model = ModelFolder.load(folder, Device.cpu())) {
            Generator generator = new Generator(model, Sampling.GREEDY, Set.of(), 12);
            assertThat(generator.generate(List.of(prompt), new Random(0)).get(0))
                    .containsExactly(70, 5, 62, 95, 62, 62, 62, 95, 20, 42, 23, 95);
        }
    }
}
