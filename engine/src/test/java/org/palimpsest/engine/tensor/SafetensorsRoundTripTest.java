package org.palimpsest.engine.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SafetensorsRoundTripTest {
    @TempDir
    Path scratch;

    private NDManager scope;

    @BeforeEach
    void openScope() {
        scope = Torch.newScope(Device.cpu());
    }

    @AfterEach
    void closeScope() {
        scope.close();
    }

    @Test
    void float32ComesBackBitForBit() throws IOException {
        float[] values = {0f, -0f, Float.MIN_VALUE, Float.MAX_VALUE, Float.POSITIVE_INFINITY, (float) Math.PI};
        Path file = scratch.resolve("f32.safetensors");
        SafetensorsWriter.write(
                file, Map.of("w", scope.create(values, new Shape(2, 3))), SafetensorsWriter.Precision.FLOAT32);
        assertThat(readBack(file, "w")).isEqualTo(values);
    }

    @ParameterizedTest
    @EnumSource(
            value = SafetensorsWriter.Precision.class,
            names = {"FLOAT16", "BFLOAT16"})
    void everyHalfPrecisionNumberComesBack(SafetensorsWriter.Precision precision) throws IOException {
        HalfPrecision type = HalfPrecision.valueOf(precision.name());
        float[] values = new float[1 << 16];
        for (int bits = 0; bits < values.length; bits++) {
            values[bits] = type.widen((short) bits);
        }
        Path file = scratch.resolve("half.safetensors");
        SafetensorsWriter.write(file, Map.of("w", scope.create(values)), precision);
        assertThat(readBack(file, "w")).isEqualTo(values);
    }

    @Test
    void tensorsOfManyShapesKeepNameShapeAndOrder() throws IOException {
        Map<String, NDArray> tensors = new LinkedHashMap<>();
        tensors.put("scalar", scope.create(3f));
        tensors.put("z.matrix", scope.create(new float[] {1, 2, 3, 4, 5, 6}, new Shape(3, 2)));
        tensors.put("a.ü", scope.create(new float[] {7}, new Shape(1, 1, 1)));
        Path file = scratch.resolve("many.safetensors");
        SafetensorsWriter.write(file, tensors, SafetensorsWriter.Precision.FLOAT32);
        try (SafetensorsFile open = SafetensorsFile.open(file)) {
            assertThat(open.names()).containsExactly("scalar", "z.matrix", "a.ü");
            assertThat(open.shape("scalar")).isEqualTo(new Shape());
            assertThat(open.shape("z.matrix")).isEqualTo(new Shape(3, 2));
            assertThat(open.read(scope, "z.matrix")).isEqualTo(tensors.get("z.matrix"));
        }
    }

    @Test
    void wholeNumbersAreReadAsSuch() throws IOException {
        Path file = scratch.resolve("i64.safetensors");
        String header = "{\"n\":{\"dtype\":\"I64\",\"shape\":[2],\"data_offsets\":[0,16]}}";
        SafetensorsBytes.write(file, header, 16);
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer.wrap(bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(bytes.length - 16, Long.MIN_VALUE)
                .putLong(bytes.length - 8, 42);
        Files.write(file, bytes);
        try (SafetensorsFile open = SafetensorsFile.open(file)) {
            NDArray numbers = open.read(scope, "n");
            assertThat(numbers.getDataType()).isEqualTo(DataType.INT64);
            assertThat(numbers.toLongArray()).containsExactly(Long.MIN_VALUE, 42);
        }
    }

    @Test
    void theDataBeginAtAMultipleOfEightBytes() throws IOException {
        Path file = scratch.resolve("aligned.safetensors");
        for (String name : new String[] {"w", "we", "wei", "weig"}) {
            SafetensorsWriter.write(file, Map.of(name, scope.create(1f)), SafetensorsWriter.Precision.FLOAT32);
            long length = ByteBuffer.wrap(Files.readAllBytes(file))
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .getLong(0);
            assertThat(length % 8).isZero();
        }
    }

    @Test
    void aPathMayHaveSpacesAndLettersOfAnyScript() throws IOException {
        Path folder = Files.createDirectories(scratch.resolve("mein Modell ñ 模型"));
        Path file = folder.resolve("gewichte für 忘却.safetensors");
        SafetensorsWriter.write(file, Map.of("w", scope.create(2.5f)), SafetensorsWriter.Precision.BFLOAT16);
        assertThat(readBack(file, "w")).containsExactly(2.5f);
    }

    @Test
    void aTensorThatCannotBeReadLeavesTheOldFileAsItWas() throws IOException {
        Path file = oldFile();
        byte[] before = Files.readAllBytes(file);
        Map<String, NDArray> tensors = new LinkedHashMap<>();
        tensors.put("good", scope.create(new float[1000]));
        NDArray released = scope.create(new float[] {1});
        tensors.put("released", released);
        released.getShape();
        released.getDataType();
        released.close();
        assertThatThrownBy(() -> SafetensorsWriter.write(file, tensors, SafetensorsWriter.Precision.FLOAT32))
                .isInstanceOf(IllegalStateException.class);
        assertThat(file).hasBinaryContent(before);
        assertThat(scratch).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aFullDiskLeavesTheOldFileAsItWas() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "skipped: this system has no /dev/full, a device that is always full");
        Path file = oldFile();
        byte[] before = Files.readAllBytes(file);
        Files.createSymbolicLink(scratch.resolve("old.safetensors.part"), full);
        float[] values = new float[100_000];
        assertThatThrownBy(() -> SafetensorsWriter.write(
                        file, Map.of("w", scope.create(values)), SafetensorsWriter.Precision.FLOAT32))
                .isInstanceOf(SafetensorsException.class)
                .hasMessageStartingWith(file + ": could not be written")
                .hasMessageContaining("No space left on device");
        assertThat(file).hasBinaryContent(before);
        assertThat(scratch).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void onlyFloat32CanBeWritten() {
        Map<String, NDArray> tensors = Map.of("n", scope.create(new long[] {1}));
        Path file = scratch.resolve("n.safetensors");
        assertThatThrownBy(() -> SafetensorsWriter.write(file, tensors, SafetensorsWriter.Precision.FLOAT32))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tensor \"n\" is int64; only float32 tensors can be written");
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Path file = scratch.resolve("absent").resolve("model.safetensors");
        assertThatThrownBy(() -> SafetensorsWriter.write(
                        file, Map.of("w", scope.create(1f)), SafetensorsWriter.Precision.FLOAT32))
                .isInstanceOf(SafetensorsException.class)
                .hasMessageStartingWith(file + ": could not be written");
    }

    private Path oldFile() throws IOException {
        Path file = scratch.resolve("old.safetensors");
        SafetensorsWriter.write(file, Map.of("w", scope.create(1f)), SafetensorsWriter.Precision.FLOAT32);
        return file;
    }

    private float[] readBack(Path file, String name) throws IOException {
        try (SafetensorsFile open = SafetensorsFile.open(file)) {
            return open.read(scope, name).toFloatArray();
        }
    }
}
