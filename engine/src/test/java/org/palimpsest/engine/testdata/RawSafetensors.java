package org.palimpsest.engine.testdata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;

/** The tensors of a safetensors file as bytes, to be changed and written as any element type, whether the program reads it or not. */
public final class RawSafetensors {
    private static final JsonMapper JSON = new JsonMapper();

    /** A tensor: element type as the format names it, sizes, bytes. */
    public record Tensor(String type, long[] shape, byte[] bytes) {}

    private final Map<String, Tensor> tensors = new LinkedHashMap<>();

    public static RawSafetensors read(Path file) throws IOException {
        ByteBuffer whole = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int head = (int) whole.getLong();
        JsonNode entries = JSON.readTree(new String(whole.array(), 8, head, StandardCharsets.UTF_8));
        RawSafetensors raw = new RawSafetensors();
        for (Map.Entry<String, JsonNode> entry : entries.properties()) {
            if (!entry.getKey().equals("__metadata__")) {
                JsonNode offsets = entry.getValue().path("data_offsets");
                long[] shape = new long[entry.getValue().path("shape").size()];
                Arrays.setAll(shape, i -> entry.getValue().path("shape").path(i).asLong());
                raw.tensors.put(
                        entry.getKey(),
                        new Tensor(
                                entry.getValue().path("dtype").asText(),
                                shape,
                                Arrays.copyOfRange(
                                        whole.array(),
                                        8 + head + offsets.path(0).asInt(),
                                        8 + head + offsets.path(1).asInt())));
            }
        }
        return raw;
    }

    public Map<String, Tensor> tensors() {
        return tensors;
    }

    /** Adds or replaces a tensor of zeros, or of given bytes repeated. */
    public RawSafetensors put(String name, String type, int bytesOfOne, long[] shape, int... value) {
        byte[] bytes = new byte[(int) LongStream.of(shape).reduce(1, (a, b) -> a * b) * bytesOfOne];
        for (int i = 0; value.length > 0 && i < bytes.length; i++) {
            bytes[i] = (byte) value[i % value.length];
        }
        tensors.put(name, new Tensor(type, shape, bytes));
        return this;
    }

    /** The float32 values of a tensor. */
    public float[] floats(String name) {
        ByteBuffer bytes = ByteBuffer.wrap(tensors.get(name).bytes()).order(ByteOrder.LITTLE_ENDIAN);
        float[] values = new float[bytes.capacity() / Float.BYTES];
        bytes.asFloatBuffer().get(values);
        return values;
    }

    /** Overwrites one float32 value. */
    public RawSafetensors set(String name, int at, float value) {
        ByteBuffer.wrap(tensors.get(name).bytes())
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat(Float.BYTES * at, value);
        return this;
    }

    /** The same float32 values as doubles. */
    public RawSafetensors widen(String name) {
        float[] values = floats(name);
        ByteBuffer wide = ByteBuffer.allocate(Double.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            wide.putDouble(value);
        }
        tensors.put(name, new Tensor("F64", tensors.get(name).shape(), wide.array()));
        return this;
    }

    public void write(Path file) throws IOException {
        ObjectNode header = JSON.createObjectNode();
        int offset = 0;
        for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
            ObjectNode node = header.putObject(entry.getKey());
            node.put("dtype", entry.getValue().type());
            node.withArray("shape");
            LongStream.of(entry.getValue().shape())
                    .forEach(size -> node.withArray("shape").add(size));
            node.withArray("data_offsets")
                    .add(offset)
                    .add(offset + entry.getValue().bytes().length);
            offset += entry.getValue().bytes().length;
        }
        byte[] head = JSON.writeValueAsBytes(header);
        ByteBuffer whole = ByteBuffer.allocate(8 + head.length + offset).order(ByteOrder.LITTLE_ENDIAN);
        whole.putLong(head.length).put(head);
        tensors.values().forEach(tensor -> whole.put(tensor.bytes()));
        Files.write(file, whole.array());
    }
}
