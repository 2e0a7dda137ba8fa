package org.palimpsest.engine.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Damage that knows nothing of a format: what disks, downloads and careless tools do to files. */
final class Bytes {

    /** Changed bytes, and how they were changed. */
    record Changed(String what, byte[] bytes) {}

    private Bytes() {}

    /** One accident in {@code from} to {@code to}. */
    static Changed accident(Random random, byte[] bytes, int from, int to) {
        int at = from + random.nextInt(Math.max(1, to - from));
        int length = 1 + random.nextInt(Math.max(1, Math.min(64, to - at)));
        return switch (random.nextInt(6)) {
            case 0 -> flip(random, bytes, at);
            case 1 -> new Changed("cut off at byte " + at, Arrays.copyOf(bytes, at));
            case 2 ->
                new Changed(
                        "%d bytes from %d on missing".formatted(length, at),
                        join(bytes, 0, at, bytes, at + length, bytes.length));
            case 3 ->
                new Changed(
                        "%d bytes from %d on twice".formatted(length, at),
                        join(bytes, 0, at + length, bytes, at, bytes.length));
            case 4 -> {
                byte[] changed = bytes.clone();
                Arrays.fill(changed, at, Math.min(to, at + length), (byte) 0);
                yield new Changed("%d zero bytes from %d on".formatted(length, at), changed);
            }
            default -> {
                byte[] changed = bytes.clone();
                for (int i = at; i < Math.min(to, at + length); i++) {
                    changed[i] = (byte) random.nextInt(256);
                }
                yield new Changed("%d random bytes from %d on".formatted(length, at), changed);
            }
        };
    }

    static Changed flip(Random random, byte[] bytes, int at) {
        int bit = random.nextInt(8);
        byte[] changed = bytes.clone();
        changed[at] ^= (byte) (1 << bit);
        return new Changed("bit %d of byte %d flipped".formatted(bit, at), changed);
    }

    /** A whole file of another kind under this one's name. */
    static Changed imposter(Random random) {
        return switch (random.nextInt(7)) {
            case 0 -> text("empty", "");
            case 1 ->
                text(
                        "a Git LFS pointer",
                        "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n");
            case 2 ->
                text(
                        "a web page",
                        "<!DOCTYPE html>\n<html><head><title>404</title></head><body>Not found</body></html>\n");
            case 3 ->
                new Changed(
                        "a zip archive",
                        join("PK\u0003\u0004".getBytes(StandardCharsets.ISO_8859_1), noise(random, 200)));
            case 4 -> new Changed("a gzip stream", join(new byte[] {31, (byte) 139, 8, 0}, noise(random, 200)));
            case 5 -> new Changed("noise", noise(random, 300));
            default -> new Changed("zero bytes", new byte[512]);
        };
    }

    private static Changed text(String what, String content) {
        return new Changed(what, content.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] noise(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] join(byte[] first, int from1, int to1, byte[] second, int from2, int to2) {
        return join(
                Arrays.copyOfRange(first, from1, Math.min(to1, first.length)),
                Arrays.copyOfRange(second, Math.min(from2, second.length), to2));
    }
}
