package org.palimpsest.engine.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessorTest {

    @ParameterizedTest
    @CsvSource({
        "AuthenticAMD, fma avx2 avx512f, true",
        "AuthenticAMD, fma avx2, false",
        "GenuineIntel, fma avx2 avx512f, false"
    })
    void theLibraryIsChosenByMakerAndUnits(String vendor, String flags, boolean oneDnn) {
        Processor processor = Processor.parse(
                Stream.of("processor\t: 0", "vendor_id\t: " + vendor, "flags\t\t: " + flags, "bugs\t\t: a : b", ""));
        assertThat(processor.favoursOneDnn()).isEqualTo(oneDnn);
    }

    @Test
    void theModelIsNamed() {
        assertThat(Processor.parse(Stream.of("model name\t: A : B 7")).name()).isEqualTo("A : B 7");
    }

    @Test
    void theFirstOfSeveralProcessorsCounts() {
        Processor processor = Processor.parse(Stream.of("vendor_id : A", "flags : x y", "vendor_id : B", "flags : z"));
        assertThat(processor.vendor()).isEqualTo("A");
        assertThat(processor.features()).containsExactlyInAnyOrder("x", "y");
    }

    @Test
    void aSystemThatTellsNothingHasNoFeatures() {
        assertThat(Processor.parse(Stream.of("CPU part : 0xd0c")).features()).isEmpty();
    }
}
