package org.palimpsest.engine.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * The weights of the checkpoints that {@code expected.json} lists with names, shapes and seeds, so that the files themselves need not be
 * kept. Weight i of the tensor with seed s is made of the finaliser of SplitMix64 at (crc32(s) · 2³²) + i: its upper 24 bits as
 * a number u in [-1, 1), then u/4 for biases, 1 + u/4 for norms (u/4 where norms are around zero), and for matrices u times the power of
 * two nearest to 2/√(last dimension).
 */
final class SeededWeights {
    private SeededWeights() {}

    /** Writes {@code model.safetensors} into a folder. */
    static void write(JsonNode expected, Path folder) throws IOException {
        ObjectNode header = new JsonMapper().createObjectNode();
        long at = 0;
        for (Map.Entry<String, JsonNode> tensor : expected.path("tensors").properties()) {
            long bytes = Float.BYTES * size(tensor.getValue().path("shape"));
            ObjectNode entry = header.putObject(tensor.getKey());
            entry.put("dtype", "F32").set("shape", tensor.getValue().path("shape"));
            entry.putArray("data_offsets").add(at).add(at + bytes);
            at += bytes;
        }
        byte[] head = header.toString().getBytes(StandardCharsets.UTF_8);
        ByteBuffer length =
                ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(0, head.length);
        try (OutputStream out = Files.newOutputStream(folder.resolve("model.safetensors"))) {
            out.write(length.array());
            out.write(head);
            for (JsonNode tensor : expected.path("tensors")) {
                out.write(values(tensor, expected.path("norms_around_zero").asBoolean()));
            }
        }
    }

    private static byte[] values(JsonNode tensor, boolean normsAroundZero) {
        String seed = tensor.path("seed").asText();
        JsonNode shape = tensor.path("shape");
        CRC32 crc = new CRC32();
        crc.update(seed.getBytes(StandardCharsets.UTF_8));
        long start = crc.getValue() << 32;
        int count = (int) size(shape);
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * count).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            float u = (float) (mixed(start + i) >>> 40) / (1 << 23) - 1;
            bytes.putFloat(weight(u, seed, shape, normsAroundZero));
        }
        return bytes.array();
    }

    private static float weight(float u, String seed, JsonNode shape, boolean normsAroundZero) {
        if (seed.endsWith("bias")) {
            return u * 0.25f;
        }
        if (shape.size() < 2) {
            return normsAroundZero ? u * 0.25f : 1 + u * 0.25f;
        }
        double last = shape.path(shape.size() - 1).asInt();
        return u * (float) Math.pow(2, Math.rint(Math.log(2 / Math.sqrt(last)) / Math.log(2)));
    }

    private static long mixed(long z) {
        long y = z + 0x9E3779B97F4A7C15L;
        y = (y ^ (y >>> 30)) * 0xBF58476D1CE4E5B9L;
        y = (y ^ (y >>> 27)) * 0x94D049BB133111EBL;
        return y ^ (y >>> 31);
    }

    private static long size(JsonNode shape) {
        long size = 1;
        for (JsonNode dimension : shape) {
            size *= dimension.asLong();
        }
        return size;
    }
}
