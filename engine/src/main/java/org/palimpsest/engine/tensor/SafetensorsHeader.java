package org.palimpsest.engine.tensor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.palimpsest.engine.fault.JsonFault;

/**
 * The head of a safetensors file: eight bytes of length, then a JSON object saying where each tensor lies. Nothing in it is believed
 * unchecked. Tensors of a type that is not read may be there: what is not needed is no reason to refuse a file.
 *
 * @param dataStart where the data begin, in bytes of the file
 * @param dataLength bytes behind the head
 */
record SafetensorsHeader(long dataStart, long dataLength, Map<String, Entry> entries) {
    /** The format's own limit for the head. */
    private static final long MAXIMUM_LENGTH = 100_000_000;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /**
     * Where a tensor lies: {@code begin} and {@code end} in bytes after the head.
     *
     * @param word the element type as the file names it
     */
    record Entry(String word, ElementType type, long[] shape, long begin, long end) {}

    /** @throws SafetensorsException if a head of this length cannot stand in a file of that size */
    static void requireLength(Path file, long length, long fileSize) throws SafetensorsException {
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
    }

    /**
     * Reads a head.
     *
     * @param text the JSON object's bytes
     * @param fileSize of the whole file, in bytes
     */
    static SafetensorsHeader of(Path file, byte[] text, long fileSize) throws SafetensorsException {
        long dataStart = 8L + text.length;
        long dataLength = fileSize - dataStart;
        return new SafetensorsHeader(dataStart, dataLength, entries(file, text, dataLength));
    }

    /** Bytes of the data that no tensor lies in; a sound file has none. */
    long unclaimedBytes() {
        return dataLength
                - entries.values().stream()
                        .mapToLong(entry -> entry.end() - entry.begin())
                        .sum();
    }

    private static Map<String, Entry> entries(Path file, byte[] text, long dataLength) throws SafetensorsException {
        JsonNode root;
        try {
            root = JSON.readTree(new String(text, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new SafetensorsException(
                    file, "the header is " + JsonFault.of(e).words());
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
        JsonNode dtype = node.path("dtype");
        JsonNode sizes = node.path("shape");
        JsonNode offsets = node.path("data_offsets");
        if (!dtype.isTextual() || dtype.asText().isBlank()) {
            throw new SafetensorsException(
                    file, "tensor \"%s\" names no element type (\"dtype\": %s)".formatted(name, shown(dtype)));
        }
        if (!sizes.isArray() || !offsets.isArray() || offsets.size() != 2) {
            throw new SafetensorsException(
                    file, "tensor \"%s\" has no shape or no pair of data_offsets".formatted(name));
        }
        ElementType type = ElementType.of(dtype.asText());
        long[] shape = new long[sizes.size()];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = whole(sizes.get(i));
        }
        long begin = whole(offsets.get(0));
        long end = whole(offsets.get(1));
        if (begin < 0 || end < begin || end > dataLength) {
            throw new SafetensorsException(
                    file,
                    "tensor \"%s\" claims bytes %s to %s of the data, but the file holds %d; it is truncated or damaged"
                            .formatted(name, offsets.get(0), offsets.get(1), dataLength));
        }
        if (!fits(shape, type, end - begin)) {
            throw new SafetensorsException(
                    file,
                    "tensor \"%s\" of type %s and shape %s does not fit the %d bytes its offsets give it"
                            .formatted(name, dtype.asText(), sizes, end - begin));
        }
        return new Entry(dtype.asText(), type, shape, begin, end);
    }

    private static String shown(JsonNode node) {
        return node.isMissingNode() ? "absent" : node.toString();
    }

    /** A whole number that is not negative, or -1. */
    private static long whole(JsonNode number) {
        return number.isIntegralNumber() && number.canConvertToLong() ? Math.max(-1, number.asLong()) : -1;
    }

    private static boolean fits(long[] shape, ElementType type, long bytes) {
        if (Arrays.stream(shape).anyMatch(size -> size < 0)) {
            return false;
        }
        if (type == ElementType.UNKNOWN) {
            return true;
        }
        try {
            long bits = Math.multiplyExact(Arrays.stream(shape).reduce(1, Math::multiplyExact), type.bits);
            return bits == Math.multiplyExact(bytes, (long) Byte.SIZE);
        } catch (ArithmeticException e) {
            return false;
        }
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
