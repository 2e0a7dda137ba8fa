package org.palimpsest.engine.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/** One of the standard streams, which keep it to themselves that nothing can be written to them, with that said. */
final class FailingStream extends OutputStream {
    private final PrintStream stream;

    FailingStream(PrintStream stream) {
        this.stream = stream;
    }

    @Override
    public void write(int one) throws IOException {
        stream.write(one);
        requireWritten();
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        stream.write(bytes, from, length);
        requireWritten();
    }

    @Override
    public void flush() throws IOException {
        stream.flush();
        requireWritten();
    }

    private void requireWritten() throws IOException {
        if (stream.checkError()) {
            throw new IOException("a standard stream cannot be written");
        }
    }
}
