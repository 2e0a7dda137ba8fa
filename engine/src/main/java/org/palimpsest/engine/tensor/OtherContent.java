package org.palimpsest.engine.tensor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What lies under a safetensors file's name instead of one, told by its first bytes. A sound file begins with the length of its head. */
final class OtherContent {
    /** So many of the first bytes are looked at. */
    static final int LOOKED_AT = 64;

    private static final Map<String, String> BEGINNINGS = beginnings();

    private OtherContent() {}

    private static Map<String, String> beginnings() {
        Map<String, String> known = new LinkedHashMap<>();
        known.put(
                "version https://git-lfs", "is a Git LFS pointer, not the file itself; fetch it with \"git lfs pull\"");
        known.put("<!doctype", "is a web page, saved instead of the file; fetch it again from its download link");
        known.put("<html", "is a web page, saved instead of the file; fetch it again from its download link");
        known.put(
                "gguf",
                "is a GGUF file under another name, which is not read here; give the Hugging Face folder it was made from");
        known.put(
                "pk\u0003\u0004",
                "is a pickle file of PyTorch under another name, which can run any program when opened and is refused; convert it with save_pretrained(..., safe_serialization=True)");
        known.put(
                "\u0080\u0002",
                "is a pickle file under another name, which can run any program when opened and is refused; convert it with save_pretrained(..., safe_serialization=True)");
        known.put("{\"", "is a JSON file, not a safetensors file; fetch it again");
        return known;
    }

    /** Says what the bytes are the beginning of; empty if nothing that is known. */
    static Optional<String> of(ByteBuffer first) {
        // The format's own limit for the head leaves the upper half of its length, the second four bytes, zero.
        if (first.remaining() < Long.BYTES || first.getInt(Integer.BYTES) == 0) {
            return Optional.empty();
        }
        String text = StandardCharsets.ISO_8859_1
                .decode(first)
                .toString()
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        return BEGINNINGS.entrySet().stream()
                .filter(beginning -> text.startsWith(beginning.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
