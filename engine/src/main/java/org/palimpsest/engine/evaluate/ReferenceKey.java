package org.palimpsest.engine.evaluate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Says what a retained reference's scores were computed from, so that they are never used for anything else. */
public final class ReferenceKey {
    /** Counts the changes of what metrics make of the same model and questions, so that what an older version kept is not shown as if measured now. */
    private static final String RULES = "2";

    private ReferenceKey() {}

    /**
     * The SHA-256 of the model's weights and configuration, of every token the model is shown, and of the benchmark.
     *
     * @param model the retained reference's folder
     * @return 64 hexadecimal digits
     */
    public static String of(Path model, EvaluationSets sets, Benchmark benchmark) throws IOException {
        MessageDigest digest = sha256();
        digest.update(text("rules " + RULES + "\n"));
        List<Path> files;
        try (Stream<Path> all = Files.list(model)) {
            files = all.filter(ReferenceKey::decides).sorted().toList();
        }
        for (Path file : files) {
            digest.update(text(file.getFileName() + "\n" + Files.size(file) + "\n"));
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
        }
        sets.addTo(digest);
        digest.update(
                text(sets.encoder().tokenizer().stopIds().stream().sorted().toList() + "\n"));
        for (Benchmark.Item item : benchmark.items()) {
            digest.update(text(item.name() + " " + item.metric().card().id() + " "
                    + item.settings().values() + "\n"));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static boolean decides(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".safetensors")
                || name.equals("model.safetensors.index.json")
                || name.equals("config.json");
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
