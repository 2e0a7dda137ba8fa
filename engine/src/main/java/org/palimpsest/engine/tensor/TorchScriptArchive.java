package org.palimpsest.engine.tensor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs TorchScript source as the uncompressed zip that libtorch loads: version, constants, an empty module's state, and its code. */
final class TorchScriptArchive {
    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] NO_CONSTANTS = HEX.parseHex("8002292e");
    /** Pickle protocol 2: an object of class {@code __torch__.M} with {@code training = True, _is_full_backward_hook = None}. */
    private static final byte[] EMPTY_STATE = concatenate(
            HEX.parseHex("800263"),
            ascii("__torch__\nM\n"),
            HEX.parseHex("710029817d285808000000"),
            ascii("training"),
            HEX.parseHex("7101885816000000"),
            ascii("_is_full_backward_hook"),
            HEX.parseHex("71024e75627103 2e".replace(" ", "")));

    private static final String HEAD = """
            class M(Module):
              __parameters__ = []
              __buffers__ = []
              training : bool
              _is_full_backward_hook : Optional[bool]
            """;

    private TorchScriptArchive() {}

    /** @param methods the functions of the module, {@code def forward(self: __torch__.M, ...)}, with no indentation of their own */
    static byte[] of(String methods) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            store(zip, "k/version", ascii("10\n"));
            store(zip, "k/constants.pkl", NO_CONSTANTS);
            store(zip, "k/data.pkl", EMPTY_STATE);
            store(zip, "k/code/__torch__.py", ascii(HEAD + methods.indent(2)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        CRC32 crc = new CRC32();
        crc.update(content);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCompressedSize(content.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] concatenate(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
