package org.palimpsest.engine.tensor;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing in a file's head is believed; what is wrong is said in a sentence that begins with the file. */
class SafetensorsBadInputTest {
    private static final String TWO_FLOATS = "{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}";

    @TempDir
    Path scratch;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = scratch.resolve("model.safetensors");
    }

    @Test
    void aFileThatIsNotThere() {
        assertRefused("does not exist");
    }

    @Test
    void aFolderInPlaceOfTheFile() throws IOException {
        Files.createDirectory(file);
        assertRefused("is not a file");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7})
    void aFileTooShortForAHead(int length) throws IOException {
        Files.write(file, new byte[length]);
        assertRefused("is " + length + " bytes long, too short for a safetensors file; it is truncated");
    }

    @Test
    void aHeadThatEndsBeforeItsLength() throws IOException {
        SafetensorsBytes.write(file, TWO_FLOATS.substring(0, 20), TWO_FLOATS.length(), 0);
        assertRefused("the header claims " + TWO_FLOATS.length() + " bytes, but the whole file has only 28;"
                + " it is truncated, fetch it again");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1",
        "100000001, 100000001",
        "9223372036854775807, 9223372036854775807",
        "-1, 18446744073709551615"
    })
    void aHeadOfAnImpossibleLength(long claimed, String said) throws IOException {
        SafetensorsBytes.write(file, TWO_FLOATS, claimed, 8);
        assertRefused("the header claims " + said + " bytes, but 2 to 100000000 are allowed;"
                + " this is not a safetensors file or it is damaged");
    }

    @Test
    void aLengthThatCutsTheHeadShort() throws IOException {
        SafetensorsBytes.write(file, TWO_FLOATS, TWO_FLOATS.length() - 3, 8);
        assertRefused("the header is broken JSON at line 1, column");
    }

    @Test
    void brokenJson() throws IOException {
        SafetensorsBytes.write(file, "{\"w\":{\"dtype\":F32}}", 8);
        assertRefused("the header is broken JSON at line 1, column");
    }

    @Test
    void aHeadThatIsNoObject() throws IOException {
        SafetensorsBytes.write(file, "[1, 2]", 8);
        assertRefused("the header must be a JSON object of tensors");
    }

    @Test
    void aTensorNamedTwice() throws IOException {
        String entry = TWO_FLOATS.substring(1, TWO_FLOATS.length() - 1);
        SafetensorsBytes.write(file, "{" + entry + "," + entry + "}", 8);
        assertRefused("the key \"w\" stands twice");
    }

    @Test
    void tensorsThatShareBytes() throws IOException {
        SafetensorsBytes.write(
                file,
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
                        + "\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[4,12]}}",
                12);
        assertRefused("tensors \"a\" and \"b\" claim the same bytes");
    }

    @ParameterizedTest
    @CsvSource({"0, 12", "4, 12", "-4, 4", "8, 0"})
    void offsetsOutsideTheData(long begin, long end) throws IOException {
        SafetensorsBytes.write(file, entry("F32", "[2]", begin + "," + end), 8);
        assertRefused("tensor \"w\" claims bytes " + begin + " to " + end
                + " of the data, but the file holds 8; it is truncated or damaged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[3]", "[]", "[-1,-2]", "[4294967296,4294967296,4294967296]", "[2.5]", "[\"2\"]", "[null]"})
    void aShapeThatDoesNotFitItsBytes(String shape) throws IOException {
        SafetensorsBytes.write(file, entry("F32", shape, "0,8"), 8);
        assertRefused("tensor \"w\" of type F32 and shape " + shape + " does not fit the 8 bytes its offsets give it");
    }

    @Test
    void aTensorWithoutShape() throws IOException {
        SafetensorsBytes.write(file, "{\"w\":{\"dtype\":\"F32\",\"data_offsets\":[0,8]}}", 8);
        assertRefused("tensor \"w\" has no shape or no pair of data_offsets");
    }

    @ParameterizedTest
    @ValueSource(strings = {"I8", "F8_E4M3", "BOOL", "U8"})
    void anElementTypeThatIsNotReadIsRefusedWhenItsTensorIsAskedFor(String type) throws IOException {
        SafetensorsBytes.write(file, entry(type, "[8]", "0,8"), 8);
        assertUnreadable("tensor \"w\" has element type \"" + type + "\"; F32, F16, BF16, F64 and I64 can be read");
    }

    @Test
    void soIsOneThatNobodyKnowsWhateverItsLength() throws IOException {
        SafetensorsBytes.write(file, entry("Q3_K", "[2]", "0,7"), 7);
        assertUnreadable("tensor \"w\" has element type \"Q3_K\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\" \"", "7", "null"})
    void anElementTypeThatIsNoWord(String type) throws IOException {
        SafetensorsBytes.write(file, "{\"w\":{\"dtype\":" + type + ",\"shape\":[2],\"data_offsets\":[0,8]}}", 8);
        assertRefused("tensor \"w\" names no element type (\"dtype\": " + type + ")");
    }

    @Test
    void anElementTypeThatIsNotThere() throws IOException {
        SafetensorsBytes.write(file, "{\"w\":{\"shape\":[2],\"data_offsets\":[0,8]}}", 8);
        assertRefused("tensor \"w\" names no element type (\"dtype\": absent)");
    }

    @ParameterizedTest
    @CsvSource({"F4, 15, 8", "F6_E2M3, 8, 5", "BOOL, 9, 8", "F64, 2, 8", "C64, 2, 8", "I32, 3, 8"})
    void theLengthOfATensorThatIsNotReadIsCheckedToo(String type, int size, int bytes) throws IOException {
        SafetensorsBytes.write(file, entry(type, "[" + size + "]", "0," + bytes), bytes);
        assertRefused("tensor \"w\" of type " + type + " and shape [" + size + "] does not fit the " + bytes
                + " bytes its offsets give it");
    }

    @ParameterizedTest
    @CsvSource({"\"0\", 8", "0, \"8\"", "0.0, 8", "0, 8.0", "0, 18446744073709551624", "null, 8"})
    void offsetsThatAreNoWholeNumbers(String begin, String end) throws IOException {
        SafetensorsBytes.write(file, entry("F32", "[2]", begin + "," + end), 8);
        assertRefused("tensor \"w\" claims bytes " + begin + " to " + end + " of the data, but the file holds 8");
    }

    @Test
    void aLinkToAFileThatIsGone() throws IOException {
        Files.createSymbolicLink(file, Path.of("../blobs/4fe2"));
        assertRefused("is a link to ../blobs/4fe2, which is not there; fetch the file again or correct the link");
    }

    @Test
    void aFileThatShrinksWhileItIsOpen() throws IOException {
        SafetensorsBytes.write(file, TWO_FLOATS, 8);
        try (SafetensorsFile open = SafetensorsFile.open(file);
                NDManager scope = Torch.newScope(Device.cpu())) {
            long length = 8 + TWO_FLOATS.length() + 3;
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(length);
            }
            assertThatThrownBy(() -> open.read(scope, "w"))
                    .isInstanceOf(SafetensorsException.class)
                    .hasMessage(file + ": tensor \"w\" cannot be read: the file ends at byte " + length
                            + ", while it is read");
        }
    }

    @Test
    void aTensorThatIsNotInTheFile() throws IOException {
        SafetensorsBytes.write(file, TWO_FLOATS, 8);
        try (SafetensorsFile open = SafetensorsFile.open(file);
                NDManager scope = Torch.newScope(Device.cpu())) {
            assertThatThrownBy(() -> open.read(scope, "v"))
                    .isInstanceOf(SafetensorsException.class)
                    .hasMessage(file + ": has no tensor \"v\"");
        }
    }

    private static String entry(String type, String shape, String offsets) {
        return "{\"w\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%s]}}".formatted(type, shape, offsets);
    }

    private void assertUnreadable(String sentence) throws IOException {
        try (SafetensorsFile open = SafetensorsFile.open(file);
                NDManager scope = Torch.newScope(Device.cpu())) {
            assertThatThrownBy(() -> open.read(scope, "w"))
                    .isInstanceOf(SafetensorsException.class)
                    .hasMessageStartingWith(file + ": ")
                    .hasMessageContaining(sentence);
        }
    }

    private void assertRefused(String sentence) {
        assertThatThrownBy(() -> SafetensorsFile.open(file).close())
                .isInstanceOf(SafetensorsException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining(sentence);
    }
}
