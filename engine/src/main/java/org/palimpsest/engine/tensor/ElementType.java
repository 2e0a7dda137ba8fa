package org.palimpsest.engine.tensor;

/** The element types that the safetensors format knows, under the words it has for them. */
enum ElementType {
    F32(32, 6),
    F64(64, 7),
    F16(16, 5),
    BF16(16, 15),
    I64(64, 4),
    I32(32),
    I16(16),
    I8(8),
    U64(64),
    U32(32),
    U16(16),
    U8(8),
    BOOL(8),
    C64(64),
    F8_E4M3(8),
    F8_E5M2(8),
    F8_E8M0(8),
    F8_E4M3FNUZ(8),
    F8_E5M2FNUZ(8),
    F6_E2M3(6),
    F6_E3M2(6),
    F4(4),
    /** A word that this program does not know: the tensor may lie in the file, but nothing can be said of its length. */
    UNKNOWN(0);

    private static final int NONE = -1;

    /** Of one element, in the file. */
    final int bits;
    /** The number that libtorch has for the type. */
    final int torch;

    ElementType(int bits, int torch) {
        this.bits = bits;
        this.torch = torch;
    }

    /** A type that may lie in a file but is not read. */
    ElementType(int bits) {
        this(bits, NONE);
    }

    static ElementType of(String word) {
        for (ElementType type : values()) {
            if (type != UNKNOWN && type.name().equals(word)) {
                return type;
            }
        }
        return UNKNOWN;
    }

    boolean readable() {
        return torch != NONE;
    }

    /** Whether values of this type become float32 when they are read. */
    boolean floating() {
        return this == F32 || this == F64 || this == F16 || this == BF16;
    }

    /** Bytes of one element of a type that is read. */
    int bytes() {
        return bits / Byte.SIZE;
    }
}
