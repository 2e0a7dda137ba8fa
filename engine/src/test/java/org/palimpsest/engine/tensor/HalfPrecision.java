package org.palimpsest.engine.tensor;

/** The two 16-bit floating types, converted bit by bit because DJL passes neither through. */
enum HalfPrecision {
    /** IEEE 754 binary16: 1 sign, 5 exponent, 10 fraction bits. */
    FLOAT16 {
        @Override
        float widen(short bits) {
            int sign = (bits & 0x8000) << 16;
            int exponent = (bits >> 10) & 0x1f;
            int fraction = bits & 0x3ff;
            if (exponent == 0) {
                float value = fraction * 0x1p-24f;
                return sign == 0 ? value : -value;
            }
            int wideExponent = exponent == 0x1f ? 0xff : exponent + 127 - 15;
            return Float.intBitsToFloat(sign | (wideExponent << 23) | (fraction << 13));
        }

        @Override
        short narrow(float value) {
            int bits = Float.floatToRawIntBits(value);
            int sign = (bits >>> 16) & 0x8000;
            float magnitude = Math.abs(value);
            if (Float.isNaN(value)) {
                return (short) (sign | 0x7e00);
            }
            if (magnitude >= 65520f) {
                return (short) (sign | 0x7c00);
            }
            if (magnitude < 0x1p-14f) {
                return (short) (sign | (int) Math.rint(magnitude * 0x1p24f));
            }
            int wide = bits & 0x7fffffff;
            int rounded = wide + 0xfff + ((wide >> 13) & 1);
            return (short) (sign | ((rounded >> 13) - ((127 - 15) << 10)));
        }
    },
    /** The upper half of a float32. */
    BFLOAT16 {
        @Override
        float widen(short bits) {
            return Float.intBitsToFloat(bits << 16);
        }

        @Override
        short narrow(float value) {
            int bits = Float.floatToRawIntBits(value);
            if (Float.isNaN(value)) {
                return (short) ((bits >> 16) | 0x40);
            }
            return (short) ((bits + 0x7fff + ((bits >> 16) & 1)) >> 16);
        }
    };

    /** The float32 of the same value. */
    abstract float widen(short bits);

    /** The nearest value of this type; of two equally near ones that with the even last bit. */
    abstract short narrow(float value);
}
