package org.palimpsest.engine.bench;

import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.palimpsest.engine.model.ModelFolder;
import org.palimpsest.engine.model.ModelInspection;
import org.palimpsest.engine.model.ShardIndex;
import org.palimpsest.engine.tensor.FreeSpace;

/**
 * A model's folder of random weights in bfloat16, as large as one likes: numbers are drawn while they are written, so that no tensor is
 * ever held. Matrices are of the size 1/128 to 1/32 of either sign, vectors 1 to 2, or 1/128 to 1/32 where the norm adds 1 itself.
 */
final class RandomFolder {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int BUFFER = 8 << 20;
    private static final long SEED = 20260301;

    private RandomFolder() {}

    /**
     * Writes the folder; the disk is asked for room first.
     *
     * @param config what {@code config.json} says
     * @param shardBytes after which another shard is begun
     * @return bytes of the shards
     */
    static long write(Path folder, ObjectNode config, long shardBytes) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("config.json"), JSON.writeValueAsString(config));
        Map<String, Shape> tensors = ModelInspection.shapes(ModelFolder.config(folder));
        long all = tensors.values().stream().mapToLong(Shape::size).sum() * Short.BYTES;
        FreeSpace.require(folder, all);
        List<Map<String, Shape>> shards = shards(tensors, shardBytes);
        ObjectNode index = JSON.createObjectNode();
        index.putObject("metadata").put("total_size", all);
        ObjectNode map = index.putObject("weight_map");
        SplittableRandom random = new SplittableRandom(SEED);
        boolean adds = config.path("model_type").asText().startsWith("gemma");
        for (int i = 0; i < shards.size(); i++) {
            String name = "model-%05d-of-%05d.safetensors".formatted(i + 1, shards.size());
            shards.get(i).keySet().forEach(tensor -> map.put(tensor, name));
            write(folder.resolve(name), shards.get(i), random, adds);
        }
        Files.writeString(folder.resolve(ShardIndex.NAME), JSON.writeValueAsString(index));
        return all;
    }

    private static List<Map<String, Shape>> shards(Map<String, Shape> tensors, long shardBytes) {
        List<Map<String, Shape>> shards = new ArrayList<>();
        long filled = Long.MAX_VALUE;
        for (Map.Entry<String, Shape> tensor : tensors.entrySet()) {
            long bytes = tensor.getValue().size() * Short.BYTES;
            if (filled > shardBytes - Math.min(shardBytes, bytes)) {
                shards.add(new LinkedHashMap<>());
                filled = 0;
            }
            shards.get(shards.size() - 1).put(tensor.getKey(), tensor.getValue());
            filled += bytes;
        }
        return shards;
    }

    private static void write(Path file, Map<String, Shape> tensors, SplittableRandom random, boolean normAdds)
            throws IOException {
        ObjectNode header = JSON.createObjectNode();
        long offset = 0;
        for (Map.Entry<String, Shape> tensor : tensors.entrySet()) {
            ObjectNode node = header.putObject(tensor.getKey()).put("dtype", "BF16");
            for (long size : tensor.getValue().getShape()) {
                node.withArray("shape").add(size);
            }
            long end = offset + tensor.getValue().size() * Short.BYTES;
            node.withArray("data_offsets").add(offset).add(end);
            offset = end;
        }
        byte[] head = JSON.writeValueAsBytes(header);
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
            flush(buffer.putLong(head.length), channel);
            flush(ByteBuffer.wrap(head), head.length, channel);
            for (Shape shape : tensors.values()) {
                boolean aroundOne = shape.dimension() == 1 && !normAdds;
                for (long left = shape.size(); left > 0; left--) {
                    int drawn = random.nextInt();
                    buffer.putShort(
                            (short) (aroundOne ? 0x3f80 | (drawn & 0x7f) : (drawn & 0x8000) | 0x3c00 | (drawn & 0xff)));
                    if (!buffer.hasRemaining()) {
                        flush(buffer, channel);
                    }
                }
            }
            flush(buffer, channel);
        }
    }

    private static void flush(ByteBuffer filled, FileChannel channel) throws IOException {
        flush(filled, filled.position(), channel);
        filled.clear();
    }

    private static void flush(ByteBuffer bytes, int length, FileChannel channel) throws IOException {
        bytes.position(0).limit(length);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
