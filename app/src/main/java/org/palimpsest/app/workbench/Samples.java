package org.palimpsest.app.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The sample that comes with the program. */
@FunctionalInterface
public interface Samples {

    /**
     * Puts data sets and models of the sample into a folder, if they are not there yet.
     *
     * @return the recipes of the demonstration, one file a method
     */
    List<Path> unpack(Path folder) throws IOException;
}
