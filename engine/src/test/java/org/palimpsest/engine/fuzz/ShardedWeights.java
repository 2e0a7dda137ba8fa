package org.palimpsest.engine.fuzz;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Weights in two files with an index.
 *
 * @param first a file with every other tensor
 * @param second a file with those between
 * @param index which tensor is where
 */
record ShardedWeights(byte[] first, byte[] second, ObjectNode index) {
    private static final String FIRST = "model-00001-of-00002.safetensors";
    private static final String SECOND = "model-00002-of-00002.safetensors";
    private static final String INDEX = "model.safetensors.index.json";

    static ShardedWeights of(SafetensorsParts whole) {
        ObjectNode index = OddJson.object("{\"metadata\": {\"total_size\": %d}}".formatted(whole.data().length));
        ObjectNode map = index.putObject("weight_map");
        List<String> names = whole.names();
        for (int i = 0; i < names.size(); i++) {
            map.put(names.get(i), i % 2 == 0 ? FIRST : SECOND);
        }
        return new ShardedWeights(part(whole, 0), part(whole, 1), index);
    }

    private static byte[] part(SafetensorsParts whole, int rest) {
        ObjectNode header = OddJson.object("{}");
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        List<String> names = whole.names();
        for (int i = rest; i < names.size(); i += 2) {
            String name = names.get(i);
            int begin = data.size();
            data.writeBytes(Arrays.copyOfRange(whole.data(), whole.begin(name), whole.end(name)));
            ObjectNode entry = whole.header().path(name).deepCopy();
            header.set(name, entry);
            entry.putArray("data_offsets").add(begin).add(data.size());
        }
        return SafetensorsParts.file(OddJson.write(header), data.toByteArray());
    }

    Specimen into(Specimen folder) {
        return folder.with(FIRST, first).with(SECOND, second).with(INDEX, OddJson.write(index));
    }

    Mutation mutation(Random random, Specimen folder) {
        List<String> names = new ArrayList<>();
        index.path("weight_map").fieldNames().forEachRemaining(names::add);
        String name = Draw.one(random, names);
        JsonPointer place = OddJson.place("weight_map", name);
        return switch (random.nextInt(8)) {
            case 0 -> odd("%s is nowhere".formatted(name), folder.with(INDEX, OddJson.without(index, place)));
            case 1 -> {
                String raw = Draw.one(
                        random,
                        "\"" + FIRST + "\"",
                        "\"" + SECOND + "\"",
                        "\"nothing.safetensors\"",
                        "\"../" + FIRST + "\"",
                        "\"/etc/passwd\"",
                        "\"\"",
                        "\".\"",
                        "\"config.json\"",
                        "\"a\\u0000b\"",
                        "null",
                        "1",
                        "[]",
                        "{}");
                yield odd("%s is in %s".formatted(name, raw), folder.with(INDEX, OddJson.with(index, place, raw)));
            }
            case 2 -> odd("one file is missing", folder.without(Draw.one(random, FIRST, SECOND)));
            case 3 -> odd("both files are the first", folder.with(SECOND, first));
            case 4 -> odd("the files are swapped", folder.with(FIRST, second).with(SECOND, first));
            case 5 -> odd("the index is missing", folder.without(INDEX));
            case 6 -> {
                OddJson.Changed broken = OddJson.broken(random, OddJson.write(index));
                yield odd("the index has " + broken.what(), folder.with(INDEX, broken.text()));
            }
            default -> {
                JsonPointer any = Draw.one(random, OddJson.members(index));
                String raw = OddJson.ofAnotherType(random, index.at(any));
                yield odd("the index: %s is %s".formatted(any, raw), folder.with(INDEX, OddJson.with(index, any, raw)));
            }
        };
    }

    private static Mutation odd(String what, Specimen files) {
        return new Mutation("shards: " + what, files, List.of(INDEX, FIRST, SECOND, "/tried"), Allowed.SAME_OR_REFUSED);
    }
}
