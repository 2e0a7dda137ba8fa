package org.palimpsest.engine.text;

/** Text to ids and back, by the native library: in this program, or in one of its own where the library might end it. */
sealed interface TokenSource extends AutoCloseable permits LibraryTokens, GuardedTokens {
    int[] encode(String text, boolean addSpecialTokens);

    String decode(int[] ids, boolean skipSpecial);

    @Override
    void close();
}
