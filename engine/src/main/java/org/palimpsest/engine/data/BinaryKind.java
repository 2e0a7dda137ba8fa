package org.palimpsest.engine.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipFile;

/** Files that hold no rows which are read here, told by how they begin. */
final class BinaryKind {
    private static final String EXPECTED = "expected a JSON array, JSON Lines, CSV, Parquet or plain text in UTF-8";
    /** Where the mark of a tar archive stands. */
    private static final int TAR_MARK = 257;

    private static final int LOOKED_AT = 4096;

    /** How a kind of file begins and what it is. */
    private record Mark(String start, String words) {
        /** Some marks are words, with which a text may begin as well; a binary file has control characters soon after. */
        boolean begins(String head) {
            return head.startsWith(start)
                    && (!start.chars().allMatch(c -> c > ' ' && c < 0x7f)
                            || DOCUMENTS.contains(start)
                            || head.chars().anyMatch(c -> c < ' ' && "\t\n\r\f".indexOf(c) < 0));
        }
    }

    /** Marks that no text begins with although they are made of letters. */
    private static final Set<String> DOCUMENTS = Set.of("%PDF-", "{\\rtf", "%!PS-Adobe");

    /** Marks as bytes, written as the characters of Latin-1. */
    private static final List<Mark> MARKS = List.of(
            new Mark("%PDF-", "is a PDF; save its text or table as one of the forms below"),
            new Mark("PARE", "is encrypted Parquet, which is not read; write it without encryption"),
            new Mark("ARROW1", "is an Arrow (Feather) file, which is not read; write it as Parquet"),
            new Mark(
                    "\u00ff\u00ff\u00ff\u00ff",
                    "is an Arrow stream, as a cache of data sets holds; write it as Parquet"),
            new Mark("ORC", "is an ORC file, which is not read; write it as Parquet"),
            new Mark("Obj\u0001", "is an Avro file, which is not read; write it as Parquet"),
            new Mark("\u0089HDF\r\n\u001a\n", "is an HDF5 file, which is not read; write its table as Parquet"),
            new Mark("\u0093NUMPY", "is a NumPy array, which is not read; write its rows as JSON Lines"),
            new Mark("SQLite format 3\u0000", "is an SQLite database; write the table as CSV"),
            new Mark("GGUF", "is a GGUF model, not data"),
            new Mark("BZh", "is compressed with bzip2, which is not read; unpack it (bunzip2)"),
            new Mark("\u00fd7zXZ\u0000", "is compressed with xz, which is not read; unpack it (unxz)"),
            new Mark("\u0004\"M\u0018", "is compressed with LZ4, which is not read; unpack it (unlz4)"),
            new Mark(
                    "\u00ff\u0006\u0000\u0000sNaPpY",
                    "is compressed with Snappy as a whole, which is not read; unpack it"),
            new Mark("7z\u00bc\u00af'\u001c", "is a 7-Zip archive; unpack it and name a file in it"),
            new Mark("Rar!\u001a\u0007", "is a RAR archive; unpack it and name a file in it"),
            new Mark(
                    "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1",
                    "is a document or workbook of old Office; save the table as CSV in UTF-8"),
            new Mark("{\\rtf", "is a rich-text document; save it as plain text"),
            new Mark("\u0089PNG", "is a picture"),
            new Mark("\u00ff\u00d8\u00ff", "is a picture"),
            new Mark("GIF8", "is a picture"),
            new Mark("RIFF", "is a picture or a recording"),
            new Mark("ID3", "is a recording"),
            new Mark("\u007fELF", "is a program"),
            new Mark("MZ\u0090", "is a program"),
            new Mark("%!PS-Adobe", "is PostScript; save its text as one of the forms below"));

    private BinaryKind() {}

    /**
     * Returns where a file may hold rows.
     *
     * @throws DataException if it is something else; the message says what, and what to do
     */
    static void refuse(DataFile file) {
        Optional<String> words = words(file);
        if (words.isPresent()) {
            throw DataException.in(file.path(), words.get() + "; " + EXPECTED);
        }
    }

    private static Optional<String> words(DataFile file) {
        byte[] head = file.head();
        String start = new String(head, 0, Math.min(head.length, 512), StandardCharsets.ISO_8859_1);
        if (start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006")) {
            return Optional.of(zipWords(file));
        }
        Optional<String> known = MARKS.stream()
                .filter(mark -> mark.begins(start))
                .map(Mark::words)
                .findFirst();
        if (known.isPresent()) {
            return known;
        }
        if (start.length() > TAR_MARK + 5 && start.startsWith("ustar", TAR_MARK)) {
            return Optional.of("is a tar archive; unpack it and name a file in it");
        }
        if (isSafetensors(head)) {
            return Optional.of("is a safetensors file: weights of a model, not data");
        }
        if (head.length > 1 && head[0] == (byte) 0x80 && head[1] >= 2 && head[1] <= 5) {
            return Optional.of(
                    "is a pickle file, which can run any program when opened and is refused; write its rows as JSON Lines");
        }
        return Optional.empty();
    }

    /**
     * Returns where a file's beginning may be text.
     *
     * @throws DataException if it has zeros or many control characters
     */
    static void requireText(DataFile file) {
        byte[] head = Arrays.copyOf(file.head(), Math.min(file.head().length, LOOKED_AT));
        int controls = 0;
        for (byte b : head) {
            if (b == 0) {
                throw DataException.in(file.path(), "is binary; " + EXPECTED);
            }
            controls += b > 0 && b < ' ' && "\t\n\r\f\u001b".indexOf(b) < 0 ? 1 : 0;
        }
        if (controls > head.length / 20) {
            throw DataException.in(file.path(), "is binary; " + EXPECTED);
        }
    }

    private static String zipWords(DataFile file) {
        List<String> names;
        try (ZipFile zip = new ZipFile(file.path().toFile())) {
            names = zip.stream().limit(200).map(entry -> entry.getName()).toList();
        } catch (IOException broken) {
            return "is a zip archive that cannot be opened, so it is cut off or damaged";
        }
        if (names.stream().anyMatch(name -> name.startsWith("xl/"))) {
            return "is an Excel workbook; save the sheet as CSV in UTF-8";
        }
        if (names.stream().anyMatch(name -> name.startsWith("word/"))) {
            return "is a Word document; save it as plain text";
        }
        if (names.contains("content.xml")) {
            return "is an OpenDocument file; save the sheet as CSV in UTF-8, or the text as plain text";
        }
        if (names.stream().anyMatch(name -> name.endsWith("data.pkl"))) {
            return "is a PyTorch file, which can run any program when opened and is refused";
        }
        if (!names.isEmpty() && names.stream().allMatch(name -> name.endsWith(".npy"))) {
            return "is an archive of NumPy arrays, which is not read; write the rows as JSON Lines";
        }
        return "is a zip archive (%s); unpack it and name a file in it"
                .formatted(names.isEmpty() ? "empty" : "it holds " + names.get(0) + (names.size() > 1 ? ", …" : ""));
    }

    /** A safetensors file begins with the length of its header, which is a JSON object. */
    private static boolean isSafetensors(byte[] head) {
        if (head.length < 10 || head[8] != '{') {
            return false;
        }
        long length = 0;
        for (int i = 7; i >= 0; i--) {
            length = (length << 8) | (head[i] & 0xff);
        }
        return length > 1 && length < 1L << 32;
    }

    /** The sentence for a file that is named Parquet and is none. */
    static DataException noParquet(Path file) {
        return DataException.in(
                file, "is named .parquet, but does not begin with the mark of Parquet; fetch or write it again");
    }
}
