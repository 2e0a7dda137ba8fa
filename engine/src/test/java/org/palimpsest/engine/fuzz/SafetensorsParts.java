package org.palimpsest.engine.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A safetensors file taken apart.
 *
 * @param header as JSON
 * @param data what lies behind it
 */
record SafetensorsParts(ObjectNode header, byte[] data) {
    private static final int LENGTH = 8;

    static SafetensorsParts of(byte[] file) {
        int length = (int) ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong();
        String header = new String(file, LENGTH, length, StandardCharsets.UTF_8);
        return new SafetensorsParts(OddJson.object(header), Arrays.copyOfRange(file, LENGTH + length, file.length));
    }

    static int headerEnd(byte[] file) {
        return LENGTH
                + (int) ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong();
    }

    /** Names of its tensors. */
    List<String> names() {
        return header.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !name.equals("__metadata__"))
                .toList();
    }

    /** Where a tensor begins in {@link #data}. */
    int begin(String name) {
        return offsets(name).get(0).asInt();
    }

    int end(String name) {
        return offsets(name).get(1).asInt();
    }

    private JsonNode offsets(String name) {
        return header.path(name).path("data_offsets");
    }

    byte[] file() {
        return file(OddJson.write(header), data);
    }

    byte[] file(String otherHeader) {
        return file(otherHeader, data);
    }

    static byte[] file(String header, byte[] data) {
        return file(header.getBytes(StandardCharsets.UTF_8).length, header, data);
    }

    /** With a length of the header that may be a lie. */
    static byte[] file(long length, String header, byte[] data) {
        byte[] head = ByteBuffer.allocate(LENGTH)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(length)
                .array();
        return Bytes.join(head, header.getBytes(StandardCharsets.UTF_8), data);
    }

    SafetensorsParts withData(byte[] other) {
        return new SafetensorsParts(header, other);
    }

    SafetensorsParts copy() {
        return new SafetensorsParts(header.deepCopy(), data.clone());
    }
}
