package org.palimpsest.engine.tensor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The head of a safetensors file: eight bytes of length, then a JSON object saying where each tensor lies. Nothing in it is believed unchecked. */
record SafetensorsHeader(long dataStart, Map<String, Entry> entries) {
    /** The format's own limit for the head. */
    private static final long MAXIMUM_LENGTH = 100_000_000;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Where a tensor lies: {@code begin} and {@code end} in bytes after the head. */
    record Entry(ElementType type, long[] shape, long begin, long end) {}

    /** The element types that weights are stored in. */
    enum ElementType {
        F32(4),
        F16(2),
        BF16(2),
        I64(8);

        final int bytes;

        ElementType(int bytes) {
            this.bytes = bytes;
        }
    }

    static SafetensorsHeader read(Path file, ByteBuffer start, long fileSize) throws SafetensorsException {
        if (fileSize < 8) {
            throw new SafetensorsException(
                    file, "is %d bytes long, too short for a safetensors file; it is truncated".formatted(fileSize));
        }
        long length = start.order(ByteOrder.LITTLE_ENDIAN).getLong(0);
        if (length < 2 || length > MAXIMUM_LENGTH) {
            throw new SafetensorsException(
                    file,
                    "the header claims %s bytes, but 2 to %d are allowed; this is not a safetensors file or it is damaged"
                            .formatted(Long.toUnsignedString(length), MAXIMUM_LENGTH));
        }
        if (8 + length > fileSize) {
            throw new SafetensorsException(
                    file,
                    "the header claims %d bytes, but the whole file has only %d; it is truncated, fetch it again"
                            .formatted(length, fileSize));
        }
        byte[] text = new byte[(int) length];
        start.get(8, text);
        return new SafetensorsHeader(8 + length, entries(file, text, fileSize - 8 - length));
    }

    private static Map<String, Entry> entries(Path file, byte[] text, long dataLength) throws SafetensorsException {
        JsonNode root;
        try {
            root = JSON.readTree(new String(text, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new SafetensorsException(
                    file,
                    "the header is not valid JSON at its character %d: %s"
                            .formatted(e.getLocation().getCharOffset(), e.getOriginalMessage()));
        }
        if (root == null || !root.isObject()) {
            throw new SafetensorsException(file, "the header must be a JSON object of tensors");
        }
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (var field : root.properties()) {
            if (!field.getKey().equals("__metadata__")) {
                entries.put(field.getKey(), entry(file, field.getKey(), field.getValue(), dataLength));
            }
        }
        requireDisjoint(file, entries);
        return entries;
    }

    private static Entry entry(Path file, String name, JsonNode node, long dataLength) throws SafetensorsException {
        ElementType type = elementType(file, name, node.path("dtype").asText(""));
        JsonNode sizes = node.path("shape");
        JsonNode offsets = node.path("data_offsets");
        if (!sizes.isArray() || !offsets.isArray() || offsets.size() != 2) {
            throw new SafetensorsException(
                    file, "tensor \"%s\" has no shape or no pair of data_offsets".formatted(name));
        }
        long[] shape = new long[sizes.size()];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = sizes.get(i).canConvertToLong() && sizes.get(i).isIntegralNumber()
                    ? sizes.get(i).asLong()
                    : -1;
        }
        long begin = offsets.get(0).asLong(-1);
        long end = offsets.get(1).asLong(-1);
        if (begin < 0 || end < begin || end > dataLength) {
            throw new SafetensorsException(
                    file,
                    "tensor \"%s\" claims bytes %d to %d of the data, but the file holds %d; it is truncated or damaged"
                            .formatted(name, begin, end, dataLength));
        }
        if (end - begin != bytes(shape, type)) {
            throw new SafetensorsException(
                    file,
                    "tensor \"%s\" of type %s and shape %s does not fit the %d bytes its offsets give it"
                            .formatted(name, type, sizes, end - begin));
        }
        return new Entry(type, shape, begin, end);
    }

    /** Bytes that a tensor takes, or -1 if there is no such tensor. */
    private static long bytes(long[] shape, ElementType type) {
        if (Arrays.stream(shape).anyMatch(size -> size < 0)) {
            return -1;
        }
        try {
            return Arrays.stream(shape).reduce(type.bytes, Math::multiplyExact);
        } catch (ArithmeticException e) {
            return -1;
        }
    }

    private static ElementType elementType(Path file, String name, String dtype) throws SafetensorsException {
        for (ElementType type : ElementType.values()) {
            if (type.name().equals(dtype)) {
                return type;
            }
        }
        throw new SafetensorsException(
                file,
                "tensor \"%s\" has element type \"%s\"; F32, F16, BF16 and I64 can be read".formatted(name, dtype));
    }

    private static void requireDisjoint(Path file, Map<String, Entry> entries) throws SafetensorsException {
        List<Map.Entry<String, Entry>> sorted = new ArrayList<>(entries.entrySet());
        sorted.sort(Comparator.comparingLong(
                        (Map.Entry<String, Entry> e) -> e.getValue().begin())
                .thenComparingLong(e -> e.getValue().end()));
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).getValue().begin() < sorted.get(i - 1).getValue().end()) {
                throw new SafetensorsException(
                        file,
                        "tensors \"%s\" and \"%s\" claim the same bytes"
                                .formatted(
                                        sorted.get(i - 1).getKey(),
                                        sorted.get(i).getKey()));
            }
        }
    }
}
