package org.palimpsest.engine.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HalfPrecisionTest {

    @ParameterizedTest
    @EnumSource(HalfPrecision.class)
    void everyNumberComesBackBitForBit(HalfPrecision type) {
        List<Integer> changed = new ArrayList<>();
        for (int bits = 0; bits < 1 << 16; bits++) {
            float wide = type.widen((short) bits);
            if (!Float.isNaN(wide) && type.narrow(wide) != (short) bits) {
                changed.add(bits);
            }
        }
        assertThat(changed).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(HalfPrecision.class)
    void notANumberStaysNotANumber(HalfPrecision type) {
        List<Integer> lost = new ArrayList<>();
        int found = 0;
        for (int bits = 0; bits < 1 << 16; bits++) {
            float wide = type.widen((short) bits);
            if (Float.isNaN(wide)) {
                found++;
                if (!Float.isNaN(type.widen(type.narrow(wide)))) {
                    lost.add(bits);
                }
            }
        }
        assertThat(lost).isEmpty();
        // All exponents set and a fraction that is not zero, for both signs.
        assertThat(found).isEqualTo(type == HalfPrecision.FLOAT16 ? 2 * 1023 : 2 * 127);
    }

    @ParameterizedTest
    @EnumSource(HalfPrecision.class)
    void betweenTwoNeighboursTheNearerIsTaken(HalfPrecision type) {
        List<Integer> wrong = new ArrayList<>();
        int infinity = type == HalfPrecision.FLOAT16 ? 0x7c00 : 0x7f80;
        for (int bits = 0; bits < infinity - 1; bits++) {
            double low = type.widen((short) bits);
            double high = type.widen((short) (bits + 1));
            float nearLow = (float) (low + 0.49 * (high - low));
            float nearHigh = (float) (low + 0.51 * (high - low));
            // The smallest subnormal numbers of bfloat16 are so near that float32 itself rounds between them.
            boolean exact = nearLow < (low + high) / 2 && nearHigh > (low + high) / 2;
            if (exact && (type.narrow(nearLow) != bits || type.narrow(nearHigh) != bits + 1)) {
                wrong.add(bits);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(HalfPrecision.class)
    void aTieGoesToTheEvenNeighbour(HalfPrecision type) {
        List<Integer> wrong = new ArrayList<>();
        int infinity = type == HalfPrecision.FLOAT16 ? 0x7c00 : 0x7f80;
        for (int bits = 0; bits < infinity - 1; bits++) {
            double low = type.widen((short) bits);
            double high = type.widen((short) (bits + 1));
            double middle = (low + high) / 2;
            int even = bits % 2 == 0 ? bits : bits + 1;
            if ((float) middle == middle
                    && (type.narrow((float) middle) != even
                            || type.narrow((float) -middle) != (short) (even | 0x8000))) {
                wrong.add(bits);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "FLOAT16, 65504, 7bff",
        "FLOAT16, 65519.99, 7bff",
        "FLOAT16, 65520, 7c00",
        "FLOAT16, -1e30, fc00",
        "FLOAT16, 2.9802322e-8, 0000",
        "FLOAT16, 2.9802326e-8, 0001",
        "FLOAT16, -0.0, 8000",
        "BFLOAT16, 3.4028235e38, 7f80",
        "BFLOAT16, -3.4028235e38, ff80",
        "BFLOAT16, 1.00390625, 3f80",
        "BFLOAT16, 1.01171875, 3f82"
    })
    void theEndsOfTheRangeAreRoundedAsTheStandardSays(HalfPrecision type, float value, String expectedBits) {
        assertThat(String.format("%04x", type.narrow(value))).isEqualTo(expectedBits);
    }
}
