package org.palimpsest.engine.cli;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
public final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {
            "palimpsest " + number(),
            "Java %s (%s)".formatted(System.getProperty("java.version"), System.getProperty("java.vm.name")),
            "%s %s, %s"
                    .formatted(
                            System.getProperty("os.name"),
                            System.getProperty("os.version"),
                            System.getProperty("os.arch"))
        };
    }

    /** The version of the built program, or words where it runs from its sources. */
    static String number() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "from source" : version;
    }
}
