package org.palimpsest.engine.fuzz;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.palimpsest.engine.model.Architecture;

/** Weights: the head of the file and what it says of each tensor, and the numbers behind it. */
final class SafetensorsSuite implements Suite {
    static final String FILE = "model.safetensors";

    private final TinyModels models;

    SafetensorsSuite(TinyModels models) {
        this.models = models;
    }

    @Override
    public String name() {
        return "safetensors";
    }

    @Override
    public Trial draw(Random random) {
        if (random.nextInt(8) == 0) {
            return shards(random);
        }
        Base base = models.of(Draw.one(random, Architecture.LLAMA, Architecture.GPT2, Architecture.GPT_NEOX));
        byte[] file = base.files().bytes(FILE);
        SafetensorsParts parts = SafetensorsParts.of(file);
        Change change =
                switch (random.nextInt(10)) {
                    case 0 -> length(random, parts);
                    case 1, 2 -> ofType(random, parts);
                    case 3, 4 -> ofShape(random, parts);
                    case 5, 6 -> ofPlace(random, parts);
                    case 7 -> names(random, parts);
                    case 8 -> values(random, parts);
                    default -> whole(random, file, parts);
                };
        // What is wrong with a value is told of the whole folder, which may have many files, and of its tensor.
        return new Trial(
                base,
                new Mutation(
                        base.name() + ": " + change.what,
                        base.files().with(FILE, change.file),
                        List.of(FILE, "/tried: "),
                        change.allowed));
    }

    /** The same weights in two files, and an index that says which are where. */
    private Trial shards(Random random) {
        Base whole = models.of(Architecture.LLAMA);
        ShardedWeights weights =
                ShardedWeights.of(SafetensorsParts.of(whole.files().bytes(FILE)));
        Base base = new Base("sharded llama", weights.into(whole.files().without(FILE)), whole.questions());
        return new Trial(base, weights.mutation(random, base.files()));
    }

    private record Change(String what, byte[] file, Allowed allowed) {}

    private static Change odd(String what, byte[] file) {
        return new Change(what, file, Allowed.SAME_OR_REFUSED);
    }

    private static Change length(Random random, SafetensorsParts parts) {
        String header = OddJson.write(parts.header());
        long length = header.length();
        long claimed = Draw.one(
                random,
                length + 1,
                length - 1,
                0L,
                1L,
                -1L,
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                length + parts.data().length,
                length + parts.data().length + 1,
                100_000_001L,
                1L << 32 | length,
                length + 8);
        return odd(
                "a head of %d bytes said to be %d".formatted(length, claimed),
                SafetensorsParts.file(claimed, header, parts.data()));
    }

    private static Change ofType(Random random, SafetensorsParts parts) {
        String type = Draw.one(
                random,
                "\"F16\"",
                "\"BF16\"",
                "\"F64\"",
                "\"I32\"",
                "\"U32\"",
                "\"I64\"",
                "\"U8\"",
                "\"BOOL\"",
                "\"F8_E4M3\"",
                "\"F33\"",
                "\"f32\"",
                "\"float32\"",
                "\"\"",
                "32",
                "null",
                "[\"F32\"]",
                "{}",
                "true");
        return member(random, parts, "dtype", type);
    }

    private static Change ofShape(Random random, SafetensorsParts parts) {
        String name = Draw.one(random, parts.names());
        ArrayNode shape = (ArrayNode) parts.header().path(name).path("shape");
        long first = shape.get(0).asLong();
        long all = 1;
        for (var size : shape) {
            all *= size.asLong();
        }
        String raw = Draw.one(
                random,
                shape.size() > 1 ? "[%d,%d]".formatted(shape.get(1).asLong(), first) : "[1,%d]".formatted(first),
                "[%d]".formatted(all),
                "[%d,1]".formatted(all),
                "[]",
                "[0]",
                "[-%d]".formatted(first),
                "[%d.0]".formatted(first),
                "[%d.5]".formatted(first),
                "[\"%d\"]".formatted(first),
                "[[%d]]".formatted(first),
                "null",
                "%d".formatted(first),
                "[%d]".formatted(first + 1),
                "[%d]".formatted(first + (1L << 32)),
                "[1099511627776,1099511627776]",
                "[9223372036854775807]",
                "[18446744073709551616]",
                "[%d,%s]".formatted(-1, -all),
                "[1e3]",
                "[true]");
        return changed(parts, name, "shape", raw);
    }

    private static Change ofPlace(Random random, SafetensorsParts parts) {
        String name = Draw.one(random, parts.names());
        long begin = parts.begin(name);
        long end = parts.end(name);
        long size = parts.data().length;
        String raw = Draw.one(
                random,
                "[%d,%d]".formatted(begin + 4, end + 4),
                "[%d,%d]".formatted(begin - 4, end - 4),
                "[%d,%d]".formatted(end, begin),
                "[%d,%d]".formatted(begin, end + 4),
                "[%d,%d]".formatted(begin, end - 4),
                "[%d,%d]".formatted(begin, begin),
                "[%d,%d]".formatted(size, size + end - begin),
                "[%d,%d]".formatted(begin + 1, end + 1),
                "[%d,%d]".formatted(-end, -begin),
                "[%d,%d]".formatted(begin + (1L << 32), end + (1L << 32)),
                "[%d.0,%d.0]".formatted(begin, end),
                "[%d.5,%d.5]".formatted(begin, end),
                "[\"%d\",\"%d\"]".formatted(begin, end),
                "[%d]".formatted(begin),
                "[%d,%d,%d]".formatted(begin, end, end),
                "null",
                "[]",
                "[9223372036854775800,9223372036854775807]",
                "[%d,18446744073709551616]".formatted(begin),
                "{\"begin\":%d,\"end\":%d}".formatted(begin, end));
        return changed(parts, name, "data_offsets", raw);
    }

    private static Change member(Random random, SafetensorsParts parts, String key, String raw) {
        return changed(parts, Draw.one(random, parts.names()), key, raw);
    }

    private static Change changed(SafetensorsParts parts, String name, String key, String raw) {
        String header = OddJson.with(parts.header(), OddJson.place(name, key), raw);
        return odd("\"%s\" of %s is %s".formatted(key, name, raw), parts.file(header));
    }

    private static Change names(Random random, SafetensorsParts parts) {
        SafetensorsParts copy = parts.copy();
        ObjectNode header = copy.header();
        String name = Draw.one(random, parts.names());
        return switch (random.nextInt(9)) {
            case 0 -> {
                header.set(name + "x", header.remove(name));
                yield odd("%s has another name".formatted(name), copy.file());
            }
            case 1 ->
                odd(
                        "%s stands there twice".formatted(name),
                        parts.file(OddJson.twice(
                                header,
                                OddJson.place(name),
                                header.path(Draw.one(random, parts.names())).toString())));
            case 2 -> {
                String other = Draw.one(random, parts.names());
                ObjectNode one = (ObjectNode) header.get(name);
                one.set("data_offsets", header.get(other).get("data_offsets"));
                yield odd("%s lies where %s lies".formatted(name, other), copy.file());
            }
            case 3 -> {
                header.remove(name);
                yield odd(name + " is missing", copy.file());
            }
            case 4 -> prefixed(random, parts);
            case 5 -> {
                header.putObject("__metadata__").put("format", "pt").put("made by", "hand");
                yield new Change("with metadata", copy.file(), Allowed.SAME);
            }
            case 6 -> {
                header.putRawValue(
                        "__metadata__",
                        new com.fasterxml.jackson.databind.util.RawValue(
                                Draw.one(random, "1", "null", "[]", "{\"format\": 1}", "{\"a\": {\"b\": null}}")));
                yield odd("with metadata that are none", copy.file());
            }
            case 7 -> {
                int size = parts.data().length;
                header.putObject("left.over")
                        .put("dtype", "F32")
                        .putPOJO("shape", List.of(2))
                        .putPOJO("data_offsets", List.of(size, size + 8));
                yield odd(
                        "a tensor that nobody needs",
                        SafetensorsParts.file(OddJson.write(header), Arrays.copyOf(parts.data(), size + 8)));
            }
            default -> {
                OddJson.Changed rewritten = OddJson.rewritten(random, header);
                boolean mark = rewritten.what().contains("mark");
                yield new Change(
                        "the head " + rewritten.what(),
                        parts.file(rewritten.text()),
                        mark || rewritten.text().startsWith("\n") ? Allowed.SAME_OR_REFUSED : Allowed.SAME);
            }
        };
    }

    private static Change prefixed(Random random, SafetensorsParts parts) {
        String prefix = Draw.one(
                random, "_orig_mod.", "module.", "base_model.model.", "model.", "transformer.", "gpt_neox.", " ", "x.");
        ObjectNode header = parts.header().objectNode();
        parts.header().properties().forEach(tensor -> header.set(prefix + tensor.getKey(), tensor.getValue()));
        return odd("\"%s\" in front of every name".formatted(prefix), parts.file(OddJson.write(header)));
    }

    private static Change values(Random random, SafetensorsParts parts) {
        String name = Draw.one(random, parts.names());
        byte[] data = parts.data().clone();
        int elements = (parts.end(name) - parts.begin(name)) / Float.BYTES;
        int at = parts.begin(name) + Float.BYTES * random.nextInt(elements);
        if (random.nextInt(3) == 0) {
            Bytes.Changed flipped = Bytes.flip(random, data, at + random.nextInt(Float.BYTES));
            return new Change(
                    name + ": " + flipped.what(),
                    parts.withData(flipped.bytes()).file(),
                    Allowed.ANYTHING);
        }
        float value = Draw.one(
                random,
                Float.NaN,
                Float.POSITIVE_INFINITY,
                Float.NEGATIVE_INFINITY,
                Float.intBitsToFloat(0x7f800001),
                Float.MAX_VALUE);
        ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).putFloat(at, value);
        // A large number is a number; what comes of it must be said where it is none any more.
        Allowed allowed = Float.isFinite(value) ? Allowed.ANYTHING : Allowed.SAME_OR_REFUSED;
        return new Change(
                "%s has %s in it".formatted(name, value), parts.withData(data).file(), allowed);
    }

    private static Change whole(Random random, byte[] file, SafetensorsParts parts) {
        int headerEnd = SafetensorsParts.headerEnd(file);
        return switch (random.nextInt(6)) {
            case 0 -> {
                Bytes.Changed imposter = Bytes.imposter(random);
                yield odd(imposter.what() + " instead", imposter.bytes());
            }
            case 1 -> odd("data cut off", Arrays.copyOf(file, headerEnd + random.nextInt(parts.data().length)));
            case 2 -> odd("bytes behind the data", Bytes.join(file, Bytes.noise(random, 1 + random.nextInt(64))));
            case 3 -> {
                OddJson.Changed broken = OddJson.broken(random, OddJson.write(parts.header()));
                yield odd("the head " + broken.what(), parts.file(broken.text()));
            }
            default -> {
                Bytes.Changed accident = Bytes.accident(random, file, 0, headerEnd);
                yield odd("in the head " + accident.what(), accident.bytes());
            }
        };
    }
}
