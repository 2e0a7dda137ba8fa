package org.palimpsest.engine.event;

import java.io.IOException;
import java.nio.file.Path;

/** Another program that takes a run, says so, and holds it until its input ends or it is killed. */
final class LockHolder {
    private LockHolder() {}

    public static void main(String[] arguments) throws IOException {
        try (RunLock lock = RunLock.acquire(new RunFolder(Path.of(arguments[0])))) {
            System.out.println("locked " + (lock != null));
            System.out.flush();
            System.in.read();
        }
    }
}
